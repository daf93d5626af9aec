package io.xunshi.platform.pricing;

import static io.xunshi.platform.pricing.Deals.MONDAY;
import static io.xunshi.platform.pricing.Deals.fixed;
import static io.xunshi.platform.pricing.Deals.fixings;
import static io.xunshi.platform.pricing.Deals.indexed;
import static io.xunshi.platform.pricing.Deals.known;
import static io.xunshi.platform.pricing.Deals.meanOfFive;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Step;
import io.xunshi.platform.pricing.Penalty.Stepped;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.Quantity.Unit;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.Fault;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What formulas come to. */
class PriceComputationTests {
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Instant BEFORE = at(MONDAY.minusDays(1), "18:00");
    private static final Fixings WEEK = fixings(19_850, 19_905, 19_870, 19_930, 19_945);

    @Test
    void theGoldenExampleComesToTheFen() {
        var price = PriceComputation.of(meanOfFive(), known(WEEK, FRIDAY), Map.of());

        assertThat(price.fenPerTonne()).isEqualTo(1_739_200);
        assertThat(price.isFinal()).isTrue();
        assertThat(price.lines())
                .extracting(Line::rule)
                .containsExactly(
                        Rule.FIXING,
                        Rule.FIXING,
                        Rule.FIXING,
                        Rule.FIXING,
                        Rule.FIXING,
                        Rule.MEAN,
                        Rule.COEFFICIENT,
                        Rule.PREMIUM,
                        Rule.PRICE);
        assertThat(price.lines().get(5).result()).isEqualTo(Quantity.of(1_990_000, Unit.FEN_PER_TONNE));
        assertThat(price.lines().get(6).result()).isEqualTo(Quantity.of(1_751_200, Unit.FEN_PER_TONNE));
    }

    @Test
    void theFixingsUsedAreNamedWithRevisionAndHash() {
        var corrected = WEEK.with(List.of(new Fixing("AD", MONDAY, 2, 1_986_000)));

        var price = PriceComputation.of(indexed(new OnDay(MONDAY)), known(corrected, FRIDAY), Map.of());

        assertThat(price.used()).containsExactly(new Fixing("AD", MONDAY, 2, 1_986_000));
        assertThat(price.usedHash()).isEqualTo(Sha256.of("AD|2026-11-02|2|1986000\n"));
        assertThat(price.fenPerTonne()).isEqualTo(1_735_680);
    }

    @Test
    void theNewestRevisionCountsInWhateverOrderTheyCome() {
        var first = new Fixing("AD", MONDAY, 1, 100);
        var second = new Fixing("AD", MONDAY, 2, 200);
        var calendars = Map.of("AD", Deals.CALENDAR);

        assertThat(Fixings.of(calendars, List.of(first, second)).on("AD", MONDAY))
                .hasValue(second);
        assertThat(Fixings.of(calendars, List.of(second, first)).on("AD", MONDAY))
                .hasValue(second);
        assertThat(Fixings.hashOf(List.of(first, second))).isEqualTo(Fixings.hashOf(List.of(second, first, second)));
    }

    @Test
    void aDayWithoutAFixingTakesThatOfTheDayBeforeAndSaysSo() {
        var tuesday = MONDAY.plusDays(1);
        var gap = Fixings.of(
                Map.of("AD", Deals.CALENDAR),
                List.of(new Fixing("AD", MONDAY, 1, 1_985_000), new Fixing("AD", tuesday.plusDays(1), 1, 1_991_000)));

        var price = PriceComputation.of(indexed(new MeanOf(3, MONDAY)), known(gap, FRIDAY), Map.of());

        assertThat(price.findings()).containsExactly(Finding.of(Kind.CARRIED_FIXING, "AD 2026-11-03"));
        assertThat(price.isFinal()).isTrue();
        assertThat(price.lines().get(5 - 2).result().amount()).isEqualTo(1_987_000);
        assertThat(price.used()).hasSize(2);
    }

    @Test
    void holidaysAndWeekendsAreNoTradingDays() {
        var calendar = new TradingCalendar(Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)));

        assertThat(calendar.daysFrom(LocalDate.of(2026, 9, 30), 3))
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 6));
        assertThat(calendar.onOrBefore(LocalDate.of(2026, 10, 4))).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void aPeriodThatHasNotEndedGivesAProvisionalMean() {
        var price = PriceComputation.of(meanOfFive(), known(WEEK, MONDAY.plusDays(1)), Map.of());

        assertThat(price.isFinal()).isFalse();
        assertThat(price.findings()).containsExactly(new Finding(Kind.PENDING_DAYS, "AD", Quantity.of(3, Unit.COUNT)));
        assertThat(price.fenPerTonne()).isEqualTo(1_737_220);
    }

    @Test
    void todayIsStillToComeWhileItHasNoFixing() {
        var friday =
                PriceComputation.of(meanOfFive(), known(fixings(19_850, 19_905, 19_870, 19_930), FRIDAY), Map.of());
        assertThat(friday.findings()).extracting(Finding::kind).containsExactly(Kind.PENDING_DAYS);

        var saturday = PriceComputation.of(
                meanOfFive(), known(fixings(19_850, 19_905, 19_870, 19_930), FRIDAY.plusDays(1)), Map.of());
        assertThat(saturday.findings()).extracting(Finding::kind).contains(Kind.CARRIED_FIXING);
    }

    @Test
    void beforeThePeriodTheLastFixingStandsIn() {
        var price = PriceComputation.of(
                indexed(new MeanOf(5, FRIDAY.plusDays(10))), known(WEEK, FRIDAY.plusDays(1)), Map.of());

        assertThat(price.isFinal()).isFalse();
        assertThat(price.findings()).extracting(Finding::kind).containsExactly(Kind.PENDING_DAYS, Kind.ESTIMATED_PRICE);
        assertThat(price.fenPerTonne()).isEqualTo(1_743_160);
    }

    @Test
    void aSeriesWithoutAnyFixingGivesNoPrice() {
        var formula = new Indexed(
                List.of(new Reference("AD", 5_000, new OnDay(FRIDAY)), new Reference("AL", 5_000, new OnDay(FRIDAY))),
                0,
                List.of());

        var price = PriceComputation.of(formula, known(WEEK, FRIDAY), Map.of());

        assertThat(price.fenPerTonne()).isNull();
        assertThat(price.isFinal()).isFalse();
        assertThat(price.findings()).extracting(Finding::kind).contains(Kind.NO_FIXING);
    }

    @Test
    void partsThatWereCalledAreWeightedAndTheRestGetsTheDeadline() {
        var called = new Called(Side.SELLER, MONDAY, FRIDAY, 100_000_000, 25_000_000);
        var calls = List.of(new PricingCall(MONDAY.plusDays(3), 25_000_000), new PricingCall(MONDAY, 50_000_000));

        var open = PriceComputation.of(indexed(called), new PriceFacts(WEEK, calls, FRIDAY), Map.of());
        assertThat(open.isFinal()).isFalse();
        assertThat(open.findings())
                .containsExactly(new Finding(Kind.UNCALLED, "AD", Quantity.of(25_000_000, Unit.GRAM)));

        var ended = PriceComputation.of(indexed(called), new PriceFacts(WEEK, calls, FRIDAY.plusDays(1)), Map.of());
        assertThat(ended.isFinal()).isTrue();
        // (50 × 19,850 + 25 × 19,930 + 25 × 19,945) ÷ 100 = 19,893.75; × 0.88 − 120
        assertThat(ended.fenPerTonne()).isEqualTo(1_738_650);
        assertThat(ended.lines()).extracting(Line::rule).contains(Rule.UNCALLED_PART, Rule.CALLED_MEAN);
    }

    @Test
    void aCallBindsInsideItsPeriodAndItsQuantity() {
        var called = new Called(Side.BUYER, MONDAY, FRIDAY, 100, 30);
        var before = List.of(new PricingCall(MONDAY, 80));

        assertThat(called.against(new PricingCall(FRIDAY.plusDays(3), 30), List.of(), Deals.CALENDAR, BEFORE))
                .hasValue(Fault.OUTSIDE_THE_PERIOD);
        assertThat(new Called(Side.BUYER, MONDAY, FRIDAY.plusDays(5), 100, 30)
                        .against(new PricingCall(FRIDAY.plusDays(1), 30), List.of(), Deals.CALENDAR, BEFORE))
                .hasValue(Fault.NO_TRADING_DAY);
        assertThat(called.against(new PricingCall(FRIDAY, 21), before, Deals.CALENDAR, BEFORE))
                .hasValue(Fault.MORE_THAN_IS_LEFT);
        assertThat(called.against(new PricingCall(FRIDAY, 29), List.of(), Deals.CALENDAR, BEFORE))
                .hasValue(Fault.TOO_SMALL);
        // The last part may be smaller than a part has to be.
        assertThat(called.against(new PricingCall(FRIDAY, 20), before, Deals.CALENDAR, BEFORE))
                .isEmpty();
    }

    @Test
    void aDayIsCalledBeforeItsSessionOpensWhileNobodyKnowsItsPrice() {
        var called = new Called(Side.BUYER, MONDAY, FRIDAY, 100, 30);
        var tuesday = MONDAY.plusDays(1);
        var call = new PricingCall(tuesday, 30);

        assertThat(called.against(call, List.of(), Deals.CALENDAR, at(MONDAY, "20:59:59")))
                .isEmpty();
        assertThat(called.against(call, List.of(), Deals.CALENDAR, at(MONDAY, "21:00")))
                .hasValue(Fault.SESSION_HAS_OPENED);
        assertThat(called.nextDay(Deals.CALENDAR, at(MONDAY, "21:00"))).hasValue(tuesday.plusDays(1));
        assertThat(called.nextDay(Deals.CALENDAR, at(MONDAY.minusDays(9), "12:00")))
                .hasValue(MONDAY);
        assertThat(called.nextDay(Deals.CALENDAR, at(FRIDAY.minusDays(1), "21:00")))
                .isEmpty();
    }

    @Test
    void theSessionOfAMondayOpensOnFridayEvening() {
        var called = new Called(Side.BUYER, MONDAY, FRIDAY, 100, 30);
        var friday = MONDAY.minusDays(3);

        assertThat(called.nextDay(Deals.CALENDAR, at(friday, "20:59"))).hasValue(MONDAY);
        assertThat(called.nextDay(Deals.CALENDAR, at(friday, "21:00"))).hasValue(MONDAY.plusDays(1));
        assertThat(called.nextDay(Deals.CALENDAR, at(friday.plusDays(1), "12:00")))
                .hasValue(MONDAY.plusDays(1));
    }

    @Test
    void whoCallsIsRemindedWhileOneDayMoreCanBeChosenThanTheLast() {
        var called = new Called(Side.BUYER, MONDAY, MONDAY.plusDays(7), 100, 30);

        assertThat(called.reminder(Deals.CALENDAR)).isEqualTo(at(FRIDAY.minusDays(1), "09:00"));
    }

    @Test
    void aCalledDayThatIsStillToComeKeepsThePriceOpen() {
        var called = new Called(Side.SELLER, MONDAY, FRIDAY.plusDays(7), 100, 25);
        var calls = List.of(new PricingCall(MONDAY, 40), new PricingCall(FRIDAY.plusDays(3), 60));

        var open = PriceComputation.of(indexed(called), new PriceFacts(WEEK, calls, FRIDAY), Map.of());
        assertThat(open.isFinal()).isFalse();
        assertThat(open.findings()).containsExactly(new Finding(Kind.PENDING_DAYS, "AD", Quantity.of(1, Unit.COUNT)));
        // The mean of what is known: 19,850 × 0.88 − 120
        assertThat(open.fenPerTonne()).isEqualTo(1_734_800);

        var nothing =
                PriceComputation.of(indexed(called), new PriceFacts(WEEK, List.of(calls.getLast()), FRIDAY), Map.of());
        assertThat(nothing.isFinal()).isFalse();
        assertThat(nothing.findings()).extracting(Finding::kind).contains(Kind.UNCALLED, Kind.ESTIMATED_PRICE);
    }

    @Test
    void ofAPartOfTheGoodsAPartIsCalled() {
        var whole = indexed(new Called(Side.SELLER, MONDAY, FRIDAY, 100, 25));

        assertThat(whole.forQuantity(20).called()).hasValue(new Called(Side.SELLER, MONDAY, FRIDAY, 20, 20));
        assertThat(whole.forQuantity(60).called()).hasValue(new Called(Side.SELLER, MONDAY, FRIDAY, 60, 25));
    }

    @Test
    void penaltiesBeginAtTheFreeLimit() {
        var iron = new Penalty("iron_pct", Worse.ABOVE, 100, 300L, new Linear(10, 1_500));
        var recovery = new Penalty(
                "metal_recovery_pct",
                Worse.BELOW,
                9_200,
                8_500L,
                new Stepped(List.of(new Step(0, 10_000), new Step(200, 30_000))));
        var formula = fixed(1_500_000, iron, recovery);

        assertThat(priceOf(formula, 100, 9_200)).isEqualTo(1_500_000);
        // 0.25 points of iron at 15.00 per 0.1; a point of recovery
        assertThat(priceOf(formula, 125, 9_100)).isEqualTo(1_500_000 - 3_750 - 10_000);
        assertThat(priceOf(formula, 125, 9_000)).isEqualTo(1_500_000 - 3_750 - 10_000);
        assertThat(priceOf(formula, 125, 8_999)).isEqualTo(1_500_000 - 3_750 - 30_000);
    }

    @Test
    void beyondTheRejectLimitTheLoadMayBeRefused() {
        var iron = new Penalty("iron_pct", Worse.ABOVE, 100, 300L, new Linear(10, 1_500));

        assertThat(findingsOf(fixed(1_500_000, iron), 300)).isEmpty();
        assertThat(findingsOf(fixed(1_500_000, iron), 301)).containsExactly(Kind.REJECT_LIMIT);
    }

    @Test
    void aPriceIsNeverBelowZero() {
        var iron = new Penalty("iron_pct", Worse.ABOVE, 0, null, new Linear(1, 100_000));

        var price = PriceComputation.of(fixed(1_000, iron), known(WEEK, FRIDAY), Map.of("iron_pct", 100L));

        assertThat(price.fenPerTonne()).isZero();
        assertThat(price.findings()).extracting(Finding::kind).containsExactly(Kind.PRICE_BELOW_ZERO);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CityTime.ZONE).toInstant();
    }

    private static @Nullable Long priceOf(PriceFormula formula, long iron, long recovery) {
        return PriceComputation.of(
                        formula, known(WEEK, FRIDAY), Map.of("iron_pct", iron, "metal_recovery_pct", recovery))
                .fenPerTonne();
    }

    private static List<Kind> findingsOf(PriceFormula formula, long iron) {
        return PriceComputation.of(formula, known(WEEK, FRIDAY), Map.of("iron_pct", iron)).findings().stream()
                .map(Finding::kind)
                .toList();
    }
}
