package io.xunshi.platform.consignment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTests {

    @Test
    void nothingIsLostAndTheCommissionIsRoundedHalfEven() {
        var random = new Random(18);
        for (int i = 0; i < 20_000; i++) {
            var price = Money.fen(random.nextLong(1, 1_000_000_000));
            var perMille = random.nextInt(0, 1001);

            var split = Split.of(price, perMille);

            assertThat(split.commission().plus(split.share())).isEqualTo(price);
            assertThat(BigDecimal.valueOf(split.commission().amount()))
                    .isEqualTo(BigDecimal.valueOf(price.amount())
                            .multiply(BigDecimal.valueOf(perMille))
                            .divide(BigDecimal.valueOf(1000), 0, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void thePlatformsFeeIsNeverMoreThanThePointsCommission() {
        for (long fen = 1; fen < 20_000; fen++) {
            var fee = Split.of(Money.fen(fen), 6).commission();
            var commission =
                    Split.of(Money.fen(fen), CommissionScheme.PER_MILLE_MIN).commission();

            assertThat(commission).isGreaterThanOrEqualTo(fee);
        }
    }

    @Test
    void moreThanEverythingCannotBeDividedOff() {
        assertThatThrownBy(() -> Split.of(Money.fen(1), 1001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(Money.fen(-1), 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLeafsRateStandsBeforeItsRootsAndTheUsualOne() {
        var scheme = new CommissionScheme(1, Instant.EPOCH, 300, Map.of("furniture", 250, "sofa", 200));

        assertThat(scheme.perMilleOf(category("sofa", "furniture"))).isEqualTo(200);
        assertThat(scheme.perMilleOf(category("table", "furniture"))).isEqualTo(250);
        assertThat(scheme.perMilleOf(category("laptop", "electronics"))).isEqualTo(300);
    }

    private static Category category(String code, String parent) {
        return new Category(code, parent, code, code, code, List.of(), null);
    }
}
