package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on a locked screen. */
class PushWordsTests {
    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void everyKindHasWordsThatNameNothing(NotificationKind kind) {
        for (var language : new Locale[] {Locale.ROOT, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(ResourceBundle.getBundle("messages.messaging", language).getString("messaging.push." + kind))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }
}
