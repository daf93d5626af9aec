package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.transparency.price.PriceIndices.Good;
import io.xunshi.transparency.price.PriceIndices.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PriceIndicesTests {
    private static final Period BASE = period(new Good(10_000, 30), new Good(60_000, 4));
    private static final Period NEXT = period(new Good(11_000, 26), new Good(57_000, 5));
    private static final BigDecimal SAME = new BigDecimal("1.000000");

    @Test
    void theIndicesAreTheHandbooks() {
        assertThat(PriceIndices.laspeyres(BASE, NEXT)).isEqualTo(new BigDecimal("1.033333"));
        assertThat(PriceIndices.paasche(BASE, NEXT)).isEqualTo(new BigDecimal("1.019643"));
        assertThat(PriceIndices.fisher(BASE, NEXT)).isEqualTo(new BigDecimal("1.026465"));
    }

    @Test
    void nothingMovedIsOneAndDoubleIsTwo() {
        for (var index : List.<BinaryOperatorOfPeriods>of(
                PriceIndices::jevons,
                PriceIndices::laspeyres,
                PriceIndices::paasche,
                PriceIndices::fisher,
                PriceIndices::tornqvist)) {
            assertThat(index.of(BASE, BASE)).isEqualTo(SAME);
            assertThat(index.of(BASE, BASE.times(2))).isEqualTo(new BigDecimal("2.000000"));
        }
    }

    @Test
    void fisherBackwardsIsOneOverFisher() {
        assertThat(PriceIndices.fisher(BASE, NEXT)
                        .multiply(PriceIndices.fisher(NEXT, BASE))
                        .subtract(BigDecimal.ONE)
                        .abs())
                .isLessThan(new BigDecimal("0.000002"));
    }

    @Test
    void unitsDoNotMatter() {
        var inKilograms = period(new Good(10_000, 30), new Good(60, 4_000));
        var later = period(new Good(11_000, 26), new Good(57, 5_000));

        assertThat(PriceIndices.fisher(inKilograms, later)).isEqualTo(PriceIndices.fisher(BASE, NEXT));
    }

    @Test
    void whatIsNotInBothSaysNothing() {
        var more = new TreeMap<>(NEXT.goods());
        more.put("new", new Good(1, 1));

        assertThat(PriceIndices.fisher(BASE, new Period(more))).isEqualTo(PriceIndices.fisher(BASE, NEXT));
        assertThatThrownBy(() -> PriceIndices.fisher(BASE, new Period(Map.of("new", new Good(1, 1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChainOfTwoIsTheLinkAndAChainOfOneHasNotMoved() {
        assertThat(PriceIndices.chained(List.of(BASE, NEXT))).isEqualTo(PriceIndices.fisher(BASE, NEXT));
        assertThat(PriceIndices.chained(List.of(BASE))).isEqualTo(SAME);
        assertThat(PriceIndices.geks(List.of(BASE, NEXT))).isEqualTo(PriceIndices.tornqvist(BASE, NEXT));
    }

    /** Prices that bounce, and buyers who wait for the low one: a chain comes back elsewhere, GEKS where it was. */
    @Test
    void theDriftOfAChainIsSeen() {
        var bouncing = new ArrayList<Period>();
        for (int month = 0; month < 13; month++) {
            bouncing.add(
                    month % 2 == 0
                            ? period(new Good(10_000, 10), new Good(20_000, 10))
                            : period(new Good(6_000, 90), new Good(20_000, 12)));
        }
        bouncing.add(period(new Good(10_000, 2), new Good(20_000, 10)));

        assertThat(PriceIndices.drift(bouncing).abs()).isGreaterThan(new BigDecimal("0.01"));
    }

    @Test
    void whereQuantitiesStayNothingDrifts() {
        var random = new Random(1);
        var months = new ArrayList<Period>();
        for (int month = 0; month < 13; month++) {
            months.add(BASE.times(1 + random.nextInt(5)));
        }

        assertThat(PriceIndices.drift(months).abs()).isLessThan(new BigDecimal("0.000002"));
    }

    private static Period period(Good one, Good other) {
        return new Period(Map.of("NF-AL", one, "NF-CU", other));
    }

    private interface BinaryOperatorOfPeriods {
        BigDecimal of(Period base, Period current);
    }
}
