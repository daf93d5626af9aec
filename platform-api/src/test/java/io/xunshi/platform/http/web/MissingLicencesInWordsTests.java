package io.xunshi.platform.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.organisation.GateVerdict.MissingLicence;
import io.xunshi.platform.organisation.GateVerdict.Reason;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.TradingGate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the trading gate refuses names each licence, and why it is not enough, in the reader's language. */
class MissingLicencesInWordsTests {
    private final ProblemTexts texts;

    MissingLicencesInWordsTests() throws IOException {
        texts = new ProblemTexts();
    }

    @Test
    void severalAreJoinedAsTheLanguageDoes() {
        var refused = new Refused(List.of(
                new MissingLicence(LicenceKind.COMMERCE_FILING, Reason.EXPIRED),
                new MissingLicence(LicenceKind.POLICE_FILING, Reason.NONE)));

        assertThat(detail(refused, Locale.ENGLISH))
                .contains("recycler's filing with the commerce office (expired) and police filing (not handed in)");
        assertThat(detail(refused, Locale.SIMPLIFIED_CHINESE)).contains("再生资源回收经营者备案（已过期）、公安备案（未提交）");
    }

    @ParameterizedTest
    @EnumSource(LicenceKind.class)
    void everyKindAndReasonHasWords(LicenceKind kind) {
        for (var reason : Reason.values()) {
            var refused = new Refused(List.of(new MissingLicence(kind, reason)));

            for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(detail(refused, language)).doesNotContain("organisation.", kind.name(), reason.name());
            }
        }
    }

    private String detail(Refused refused, Locale reader) {
        var refusal = TradingGate.refusal(refused);
        return texts.detail(refusal.problem(), refusal.arguments(), reader);
    }
}
