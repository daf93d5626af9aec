package io.xunshi.platform.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015. */
class CreditCodeTests {

    /** Codes that stand in the public register. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "914403001922038216", "91330106673959654P"})
    void codesOfTheRegisterAreValid(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "9135O100M000100Y43",
                "",
                "000000000000000000x"
            })
    void anythingElseIsNot(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void everyOtherLastCharacterIsRefused() {
        var valid = "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .filter(last -> CreditCode.isValid("91350100M000100Y4" + (char) last))
                .count();

        assertThat(valid).isOne();
    }

    @Test
    void whatIsTypedWithBlanksInSmallLettersIsTheSame() {
        assertThat(CreditCode.normalize(" 9135 0100-m000100y43 ")).isEqualTo("91350100M000100Y43");
    }
}
