package io.xunshi.platform.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.RentalTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RentRuleTests {
    private static final int TRIES = 20_000;

    @ParameterizedTest(name = "{0} days at 30 yuan a day and 120 a week cost {1} fen")
    @CsvSource({"1, 3000", "2, 6000", "4, 12000", "5, 12000", "7, 12000", "8, 15000", "14, 24000", "20, 36000"})
    void noPartOfAWeekCostsMoreThanTheWeek(int days, long fen) {
        assertThat(RentRule.rentOf(terms(3_000, 12_000L, 30_000), days)).isEqualTo(Money.fen(fen));
    }

    @ParameterizedTest(name = "{0} days late cost {1} fen of a deposit of 100 yuan")
    @CsvSource({"0, 0", "1, 3000", "3, 9000", "4, 10000", "400, 10000"})
    void beingLateCostsEveryDayBegunUpToTheDeposit(int days, long fen) {
        assertThat(RentRule.lateFeeOf(terms(3_000, null, 10_000), days)).isEqualTo(Money.fen(fen));
    }

    @ParameterizedTest(name = "a deposit of {0} fen at 30 yuan a day is used up after {1} days")
    @CsvSource({"3000, 3", "10000, 4", "12000, 4", "12001, 5", "1000000000, 30"})
    void aThingIsLostWhenLateFeesHaveUsedUpTheDeposit(long deposit, int days) {
        assertThat(RentRule.daysUntilLost(terms(3_000, null, deposit))).isEqualTo(days);
    }

    @Test
    void aDayMoreNeverCostsLessAndAWeekIsNeverDearerThanItsDays() {
        var random = new Random(20261126);
        for (int i = 0; i < TRIES; i++) {
            var terms = anyTerms(random);
            int days = 1 + random.nextInt(90);
            var rent = RentRule.rentOf(terms, days).amount();

            assertThat(rent)
                    .isPositive()
                    .isLessThanOrEqualTo(days * terms.perDay().amount());
            assertThat(RentRule.rentOf(terms, days + 1).amount()).isGreaterThanOrEqualTo(rent);
        }
    }

    @Test
    void twoRentalsInARowNeverCostLessThanOne() {
        var random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            var terms = anyTerms(random);
            int first = 1 + random.nextInt(45);
            int second = 1 + random.nextInt(45);

            assertThat(RentRule.rentOf(terms, first + second).amount())
                    .isLessThanOrEqualTo(RentRule.rentOf(terms, first)
                            .plus(RentRule.rentOf(terms, second))
                            .amount());
        }
    }

    @Test
    void lateFeesGrowAndNeverExceedTheDeposit() {
        var random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            var terms = anyTerms(random);
            int days = random.nextInt(400);
            var fee = RentRule.lateFeeOf(terms, days).amount();

            assertThat(fee).isBetween(0L, terms.deposit().amount());
            assertThat(RentRule.lateFeeOf(terms, days + 1).amount()).isGreaterThanOrEqualTo(fee);
        }
    }

    @Nested
    class Days {

        @Test
        void countBothEnds() {
            assertThat(days("2026-11-28", "2026-11-29").count()).isEqualTo(2);
            assertThat(days("2026-11-28", "2026-11-28").count()).isEqualTo(1);
        }

        @Test
        void mustBeInOrder() {
            assertThatThrownBy(() -> days("2026-11-29", "2026-11-28")).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest(name = "{0} is {1} in the city")
        @CsvSource({
            "2026-11-29T15:59:59Z, 2026-11-29",
            "2026-11-29T16:00:00Z, 2026-11-30",
            "2027-02-28T15:59:59Z, 2027-02-28",
            "2026-12-31T16:00:00Z, 2027-01-01",
        })
        void changeAtMidnightOfTheCityAndNotOfGreenwich(Instant instant, LocalDate day) {
            assertThat(RentalDays.dayOf(instant)).isEqualTo(day);
        }

        @ParameterizedTest(name = "back at {0}: {1} days late")
        @CsvSource({
            "2026-11-27T03:00:00Z, 0",
            "2026-11-29T15:59:59.999Z, 0",
            "2026-11-29T16:00:00Z, 1",
            "2026-11-30T15:59:59Z, 1",
            "2026-11-30T16:00:00Z, 2",
        })
        void areLateWhenTheyHaveBegun(Instant back, int late) {
            assertThat(days("2026-11-28", "2026-11-29").daysLateAt(back)).isEqualTo(late);
        }

        /** The clocks of Shanghai went forward on 4 May 1986 and back on 14 September: days, not hours, are counted. */
        @ParameterizedTest(name = "{0} has {1} hours")
        @CsvSource({"1986-05-04, 23", "1986-09-14, 25", "2026-11-28, 24"})
        void areAsLongAsTheCitysClocksMakeThem(LocalDate day, int hours) {
            assertThat(Duration.between(RentalDays.endOf(day.minusDays(1)), RentalDays.endOf(day)))
                    .isEqualTo(Duration.ofHours(hours));
            assertThat(new RentalDays(day, day).daysLateAt(RentalDays.endOf(day).minusMillis(1)))
                    .isZero();
            assertThat(new RentalDays(day, day).daysLateAt(RentalDays.endOf(day)))
                    .isEqualTo(1);
        }

        private static RentalDays days(String first, String last) {
            return new RentalDays(LocalDate.parse(first), LocalDate.parse(last));
        }
    }

    private static RentalTerms anyTerms(Random random) {
        long day = 1 + random.nextInt(1_000_000);
        var week = random.nextBoolean() ? null : Long.valueOf(day + random.nextLong(6 * day + 1));
        return terms(day, week, day + random.nextInt(100_000_000));
    }

    private static RentalTerms terms(long day, @Nullable Long week, long deposit) {
        return new RentalTerms(Money.fen(day), week == null ? null : Money.fen(week), Money.fen(deposit), 1, 90, 0);
    }
}
