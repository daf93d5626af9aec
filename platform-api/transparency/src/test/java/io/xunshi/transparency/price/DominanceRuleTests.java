package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DominanceRuleTests {

    /** Two of half each: a rule of one dominant firm alone would call it safe. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 20})
    void whoKnowsItsOwnHalfKnowsTheOtherHalf(int percent) {
        assertThat(new DominanceRule(percent).isSafe(List.of(50_000L, 49_000L, 1_000L)))
                .isFalse();
        assertThat(new DominanceRule(2).isSafe(List.of(50_000L, 49_000L, 1_000L)))
                .isTrue();
    }

    @Test
    void enoughThatIsSmallHidesWhatIsLarge() {
        assertThat(new DominanceRule(10).isSafe(List.of(52_000L, 50_000L, 8_000L)))
                .isTrue();
        assertThat(new DominanceRule(16).isSafe(List.of(52_000L, 50_000L, 8_000L)))
                .isFalse();
    }

    @Test
    void twoFirmsAreNeverSafe() {
        assertThat(new DominanceRule(1).isSafe(List.of(1L, 1L))).isFalse();
        assertThat(new DominanceRule(1).isSafe(List.of())).isFalse();
    }
}
