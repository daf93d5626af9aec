package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.messaging.domain.SafetyRule.Verdict;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is warned of what, and when a telephone number is as it should be. */
class SafetyRuleTests {
    @Test
    void anHonestMessageIsDelivered() {
        assertThat(SafetyRule.verdictOn(Set.of(), false)).isEqualTo(Verdict.DELIVER);
    }

    @Test
    void contactDataIsDeliveredOnlyOnceItsSenderInsists() {
        assertThat(SafetyRule.verdictOn(Set.of(Caution.WECHAT), false)).isEqualTo(Verdict.WARN);
        assertThat(SafetyRule.verdictOn(Set.of(Caution.WECHAT), true)).isEqualTo(Verdict.DELIVER);
    }

    @Test
    void aKnownScamIsRefusedHoweverMuchItsSenderInsists() {
        assertThat(SafetyRule.verdictOn(Set.of(Caution.LINK, Caution.SCAM_LINK), true))
                .isEqualTo(Verdict.REFUSE);
    }

    @Test
    void whoPaidMayExchangeTelephoneNumbersAndNothingElse() {
        var all = EnumSet.allOf(Caution.class);

        assertThat(SafetyRule.cautionsOf(all, false)).isEqualTo(all);
        assertThat(SafetyRule.cautionsOf(all, true)).isEqualTo(EnumSet.complementOf(EnumSet.of(Caution.PHONE)));
    }
}
