package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlePricesTests {
    private static final int TRIES = 20_000;

    @Test
    void theSharesAreTheDiscountToTheFenAndNothingBecomesFree() {
        var random = new Random(27);
        for (int i = 0; i < TRIES; i++) {
            var asked = amounts(random);
            var percent = random.nextInt(0, BundleDiscount.PERCENT_MAX + 1);

            var bundle = BundlePrices.of(asked, percent);

            var sum = sumOf(asked);
            assertThat(bundle.discount().amount()).isEqualTo(Math.min(sum * percent / 100, sum - asked.size()));
            assertThat(bundle.price().plus(bundle.discount()).amount()).isEqualTo(sum);
            assertThat(bundle.prices()).allMatch(Money::isPositive);
            assertThat(bundle.discounts()).noneMatch(Money::isNegative);
        }
    }

    @Test
    void noShareIsAFenOffWhatIsExact() {
        var random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            var weights = Stream.generate(() -> random.nextLong(1, 1_000_000))
                    .limit(random.nextInt(1, 11))
                    .toList();
            var total = random.nextLong(0, 10_000_000);

            var shares = Apportionment.of(total, weights, 0);

            var sum = weights.stream().mapToLong(Long::longValue).sum();
            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
            for (int j = 0; j < weights.size(); j++) {
                var exact = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights.get(j)));
                var off = exact.subtract(BigInteger.valueOf(shares.get(j)).multiply(BigInteger.valueOf(sum)))
                        .abs();
                assertThat(off).isLessThan(BigInteger.valueOf(sum));
            }
        }
    }

    @Test
    void everybodyBearsAtLeastAFenOfWhatTheParcelCosts() {
        var random = new Random(8);
        for (int i = 0; i < TRIES; i++) {
            var prices = amounts(random).stream().map(Money::amount).toList();

            var shares = Apportionment.of(800, prices, 1);

            assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(800);
            assertThat(shares).allMatch(share -> share >= 1);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Apportionment.of(1, List.of(1L, 1L), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.of(3, List.of(1L, 1L), 0, List.of(1L, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.of(1, List.of(), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.of(1, List.of(0L), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BundlePrices.of(List.of(Money.fen(100)), 51))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverTakesMoreGetsTheirSellersPercentage() {
        var discount = new BundleDiscount(5, 10, 15);

        assertThat(Stream.of(1, 2, 3, 4, 5, 10).map(discount::percentFor)).containsExactly(0, 5, 10, 10, 15, 15);
        assertThat(BundleDiscount.NONE.percentFor(10)).isZero();
    }

    @Test
    void aDiscountIsAPartAndNeverLessForMore() {
        assertThat(new BundleDiscount(0, 0, 50).faults()).isEmpty();
        assertThat(new BundleDiscount(5, 5, 5).faults()).isEmpty();
        assertThat(new BundleDiscount(-1, 0, 51).faults())
                .extracting(FieldFault::field)
                .containsExactly("fromTwo", "fromFive");
        assertThat(new BundleDiscount(10, 5, 20).faults())
                .extracting(FieldFault::field)
                .containsExactly("fromThree");
    }

    private static List<Money> amounts(Random random) {
        var bound = random.nextBoolean() ? 5 : 100_000_000;
        return Stream.generate(() -> Money.fen(random.nextLong(1, bound)))
                .limit(random.nextInt(Bundle.THINGS_MIN, Bundle.THINGS_MAX + 1))
                .toList();
    }

    private static long sumOf(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::amount).sum();
    }
}
