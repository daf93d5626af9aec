package io.xunshi.platform.pricing;

import static io.xunshi.platform.pricing.Deals.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every price that is called in parts, on many that were drawn by lot; the seed says which. */
class PriceCallPropertyTests {
    private static final long TONNES = 100;
    private static final long GRAMS = TONNES * 1_000_000;
    private static final long SMALLEST = 5_000_000;
    private static final int COEFFICIENT_BP = 8_800;
    private static final long PREMIUM = -12_000;

    static Stream<Case> cases() {
        return Stream.iterate(1L, seed -> seed + 1).limit(400).map(Case::drawn);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSettlementWithCallsIsTheSumOfItsParts(Case drawn) {
        var settled = drawn.settled(drawn.calls());

        assertThat(settled.isFinal()).isTrue();
        assertThat(settled.price()).isEqualTo(drawn.naivePrice());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingDependsOnTheOrderOfTheCalls(Case drawn) {
        var shuffled = new ArrayList<>(drawn.calls());
        Collections.shuffle(shuffled, new Random(drawn.seed()));

        assertThat(drawn.settled(shuffled)).isEqualTo(drawn.settled(drawn.calls()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatBindsNeverComesToMoreThanTheQuantity(Case drawn) {
        var random = new Random(drawn.seed());
        var bound = new ArrayList<PricingCall>();
        for (var tried = 0; tried < 60; tried++) {
            var call = new PricingCall(drawn.dayOf(random), 1 + random.nextLong(GRAMS));
            var morning = Deals.MORNING.minusSeconds(86_400);
            if (drawn.period().against(call, bound, Deals.CALENDAR, morning).isEmpty()) {
                bound.add(call);
            }
        }

        assertThat(bound).isNotEmpty();
        assertThat(drawn.period().left(bound)).isNotNegative();
    }

    /**
     * A contract whose price is called, and what was called.
     *
     * @param yuan fixings of the trading days of the period
     */
    record Case(long seed, Called period, Map<LocalDate, Long> yuan, List<PricingCall> calls) {
        static Case drawn(long seed) {
            var random = new Random(seed);
            var days = Deals.CALENDAR.daysFrom(MONDAY, 5 + random.nextInt(20));
            var yuan = new TreeMap<LocalDate, Long>();
            days.forEach(day -> yuan.put(day, 15_000L + random.nextInt(10_000)));
            var period = new Called(Side.BUYER, MONDAY, days.getLast(), GRAMS, SMALLEST);
            var calls = new ArrayList<PricingCall>();
            while (period.left(calls) >= SMALLEST && random.nextInt(6) > 0) {
                var most = period.left(calls);
                calls.add(new PricingCall(
                        days.get(random.nextInt(days.size())), SMALLEST + random.nextLong(most - SMALLEST + 1)));
            }
            return new Case(seed, period, yuan, List.copyOf(calls));
        }

        LocalDate dayOf(Random random) {
            return MONDAY.plusDays(random.nextInt(40));
        }

        Reckoned settled(List<PricingCall> called) {
            var formula = new Indexed(List.of(new Reference("AD", COEFFICIENT_BP, period)), PREMIUM, List.of());
            var fixings = Fixings.of(
                    Map.of("AD", Deals.CALENDAR),
                    yuan.entrySet().stream()
                            .map(day -> new Fixing("AD", day.getKey(), 1, day.getValue() * 100))
                            .toList());
            return (Reckoned) Settlement.of(
                    Deals.terms(
                            TONNES,
                            new SettlementTerms.DryNet(new SettlementTerms.Allowance("inclusion_pct", 0)),
                            formula),
                    Deals.nets(TONNES * 1_000, TONNES * 1_000),
                    Deals.assays(Deals.agreed("inclusion_pct", 0)),
                    new PriceFacts(fixings, called, period.deadline().plusDays(1)),
                    Paid.NOTHING);
        }

        /** In another arithmetic: each part at its day's price, the rest at the deadline's. */
        long naivePrice() {
            var sum = BigDecimal.ZERO;
            for (var call : calls) {
                sum = sum.add(BigDecimal.valueOf(call.grams()).multiply(fen(call.day())));
            }
            sum = sum.add(BigDecimal.valueOf(period.left(calls)).multiply(fen(period.deadline())));
            return sum.divide(BigDecimal.valueOf(GRAMS), MathContext.DECIMAL128)
                    .multiply(BigDecimal.valueOf(COEFFICIENT_BP, 4))
                    .add(BigDecimal.valueOf(PREMIUM))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }

        private BigDecimal fen(LocalDate day) {
            return BigDecimal.valueOf(Objects.requireNonNull(yuan.get(day)) * 100);
        }
    }
}
