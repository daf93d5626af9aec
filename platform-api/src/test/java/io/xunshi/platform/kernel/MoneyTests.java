package io.xunshi.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void addingAndTakingAwayTheSameAmountChangesNothing() {
        var price = Money.fen(128_000);

        assertThat(price.plus(Money.fen(768)).minus(Money.fen(768))).isEqualTo(price);
    }

    @Test
    void aSumThatDoesNotFitIsRefusedInsteadOfWrappingAround() {
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.fen(Long.MIN_VALUE).minus(Money.fen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.fen(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.fen(1).plus(new Money(1, "USD")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("CNY and USD");
    }

    @Test
    void zeroIsNeitherPositiveNorNegative() {
        assertThat(Money.fen(0).isPositive()).isFalse();
        assertThat(Money.fen(0).isNegative()).isFalse();
        assertThat(Money.fen(1).isPositive()).isTrue();
        assertThat(Money.fen(-1).isNegative()).isTrue();
    }
}
