package io.xunshi.platform.pricing;

import static io.xunshi.platform.pricing.Deals.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Step;
import io.xunshi.platform.pricing.Penalty.Stepped;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.ScaleRule;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every settlement, on many that were drawn by lot; the seed says which. */
class SettlementPropertyTests {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Stream<Case> cases() {
        return Stream.iterate(1L, seed -> seed + 1).limit(600).map(Case::drawn);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noFenIsLost(Case drawn) {
        var money = drawn.settled().money();

        assertThat(money.beforeTax() + money.tax()).isEqualTo(money.total());
        assertThat(money.paid() + money.depositSetOff() + money.due()).isEqualTo(money.payable() + money.refund());
        assertThat(money.depositSetOff() + money.depositReleased())
                .isEqualTo(drawn.settled().isFinal() ? money.deposit() : 0);
        assertThat(List.of(money.due(), money.refund(), money.depositSetOff(), money.depositReleased()))
                .allMatch(amount -> amount >= 0);
        assertThat(money.due() == 0 || money.refund() == 0).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void moreGoodsAreNeverWorthLess(Case drawn) {
        assertThat(drawn.heavier(1_000).settled().money().total())
                .isGreaterThanOrEqualTo(drawn.settled().money().total());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHigherMarketNeverLowersThePrice(Case drawn) {
        var higher = drawn.dearer(100).settled();

        assertThat(higher.price()).isGreaterThanOrEqualTo(drawn.settled().price());
        assertThat(higher.money().total())
                .isGreaterThanOrEqualTo(drawn.settled().money().total());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingDependsOnTheOrderInWhichTheFactsCome(Case drawn) {
        assertThat(drawn.shuffled().settled()).isEqualTo(drawn.settled());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLineIsOffByHalfAFenAtMost(Case drawn) {
        for (var line : drawn.settled().lines()) {
            var exact = exactly(line);
            if (exact != null) {
                assertThat(exact.subtract(BigDecimal.valueOf(line.result().amount()))
                                .abs())
                        .as("%s", line)
                        .isLessThanOrEqualTo(HALF);
            }
        }
    }

    /** The line's rule again, in another arithmetic; null for lines that only take over a number. */
    private static @Nullable BigDecimal exactly(Line line) {
        return switch (line.rule()) {
            case GOODS_AMOUNT -> in(line, "weight").multiply(in(line, "price")).movePointLeft(6);
            case NET_OF_TAX ->
                in(line, "amount")
                        .divide(BigDecimal.ONE.add(in(line, "rate").movePointLeft(4)), MathContext.DECIMAL128);
            case TAX_ON_TOP -> in(line, "amount").multiply(in(line, "rate").movePointLeft(4));
            case PROVISIONAL_SHARE ->
                in(line, "total").multiply(in(line, "share").movePointLeft(4));
            case MEAN -> in(line, "sum").divide(in(line, "days"), MathContext.DECIMAL128);
            case LINEAR_PENALTY ->
                in(line, "excess").multiply(in(line, "rate")).divide(in(line, "per"), MathContext.DECIMAL128);
            default -> null;
        };
    }

    private static BigDecimal in(Line line, String name) {
        return line.inputs().stream()
                .filter(input -> input.name().equals(name))
                .map(input -> BigDecimal.valueOf(input.quantity().amount()))
                .findFirst()
                .orElseThrow();
    }

    /** A deal and its facts. */
    record Case(
            long seed, SettlementTerms terms, List<WeighTicket> tickets, List<Assay> assays, long[] yuan, Paid paid) {

        static Case drawn(long seed) {
            var random = new Random(seed);
            var tickets = new ArrayList<WeighTicket>();
            for (int load = 0; load < 1 + random.nextInt(4); load++) {
                var tare = random.nextLong(8_000_000, 18_000_000);
                var net = random.nextLong(1, 40_000_000);
                tickets.add(Deals.ticket(Scale.SELLER, "豫A" + load, tare + net, tare));
                var other = Math.max(1, net + random.nextLong(-net / 200 - 1, net / 200 + 1));
                tickets.add(Deals.ticket(Scale.BUYER, "豫A" + load, tare + other, tare));
            }
            var yuan = random.longs(5, 15_000, 25_000).toArray();
            return new Case(seed, terms(random), tickets, assays(random), yuan, paid(random));
        }

        private static SettlementTerms terms(Random random) {
            var penalties = List.of(
                    new Penalty(
                            "iron_pct", Worse.ABOVE, random.nextLong(200), null, new Linear(7, random.nextLong(9_999))),
                    new Penalty(
                            "al_pct",
                            Worse.BELOW,
                            9_500,
                            null,
                            new Stepped(List.of(new Step(0, random.nextLong(900)), new Step(99, 90_000)))),
                    new Penalty("zn_pct", Worse.ABOVE, 0, null, new Linear(3, random.nextLong(999))));
            var formula = new Indexed(
                    List.of(
                            new Reference("AD", 1 + random.nextInt(9_999), new MeanOf(5, MONDAY)),
                            new Reference("AD", 1 + random.nextInt(2_000), new MeanOf(3, MONDAY))),
                    random.nextLong(-99_999, 99_999),
                    penalties);
            return new SettlementTerms(
                    random.nextLong(1, 99_000_000),
                    300,
                    random.nextBoolean(),
                    random.nextBoolean() ? Deals.DRY : Deals.paper(random.nextBoolean()),
                    new ScaleRule(
                            random.nextBoolean() ? Side.SELLER : Side.BUYER,
                            random.nextInt(50),
                            random.nextBoolean() ? Beyond.RECEIVED : Beyond.CONTRACT_SIDE),
                    random.nextBoolean() ? 1 : 1_000,
                    formula,
                    new Tax(List.of(0, 300, 1_300).get(random.nextInt(3)), random.nextBoolean()),
                    8_000 + random.nextInt(1_501));
        }

        private static List<Assay> assays(Random random) {
            return Stream.of("inclusion_pct", "impurity_pct", "measured_moisture_pct", "iron_pct", "al_pct", "zn_pct")
                    .map(attribute -> {
                        var value = random.nextLong(2_000);
                        var umpire = random.nextBoolean() ? Long.valueOf(random.nextLong(2_000)) : null;
                        return new Assay(attribute, 30, value, Math.max(0, value + random.nextLong(-60, 60)), umpire);
                    })
                    .toList();
        }

        private static Paid paid(Random random) {
            return new Paid(random.nextLong(99_999_999), random.nextBoolean() ? random.nextLong(9_999_999) : 0);
        }

        /** By a share, so that the scales agree as much as before. */
        Case heavier(long perMille) {
            var more = tickets.stream()
                    .map(ticket -> Deals.ticket(
                            ticket.scale(),
                            ticket.plate(),
                            ticket.tareGrams() + ticket.netGrams() * (1_000 + perMille) / 1_000,
                            ticket.tareGrams()))
                    .toList();
            return new Case(seed, terms, more, assays, yuan, paid);
        }

        Case dearer(long by) {
            var more = yuan.clone();
            more[new Random(seed).nextInt(more.length)] += by;
            return new Case(seed, terms, tickets, assays, more, paid);
        }

        Case shuffled() {
            var random = new Random(seed);
            var formula = (Indexed) terms.formula();
            var other =
                    new Indexed(formula.references(), formula.premiumFenPerTonne(), mixed(formula.penalties(), random));
            return new Case(
                    seed,
                    new SettlementTerms(
                            terms.quantity(),
                            terms.quantityToleranceBp(),
                            terms.overrunAccepted(),
                            terms.basis(),
                            terms.scale(),
                            terms.weightStepGrams(),
                            other,
                            terms.tax(),
                            terms.provisionalShareBp()),
                    mixed(tickets, random),
                    mixed(assays, random),
                    yuan,
                    paid);
        }

        Reckoned settled() {
            return (Reckoned) Settlement.of(
                    terms,
                    new Delivery(tickets, 0),
                    new Assay.Report(assays, Set.of()),
                    Deals.known(Deals.fixings(yuan), MONDAY.plusDays(new Random(seed).nextInt(6))),
                    paid);
        }

        private static <T> List<T> mixed(List<T> list, Random random) {
            var mixed = new ArrayList<>(list);
            Collections.shuffle(mixed, random);
            return mixed;
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }
}
