package io.xunshi.platform.pricing;

import static io.xunshi.platform.pricing.Deals.DRY;
import static io.xunshi.platform.pricing.Deals.NO_ASSAYS;
import static io.xunshi.platform.pricing.Deals.NO_MARKET;
import static io.xunshi.platform.pricing.Deals.agreed;
import static io.xunshi.platform.pricing.Deals.assays;
import static io.xunshi.platform.pricing.Deals.delivery;
import static io.xunshi.platform.pricing.Deals.fixed;
import static io.xunshi.platform.pricing.Deals.nets;
import static io.xunshi.platform.pricing.Deals.paper;
import static io.xunshi.platform.pricing.Deals.terms;
import static io.xunshi.platform.pricing.Deals.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.Quantity.Unit;
import io.xunshi.platform.pricing.Settlement.NotYet;
import io.xunshi.platform.pricing.Settlement.Paid;
import io.xunshi.platform.pricing.Settlement.Reckoned;
import io.xunshi.platform.pricing.Settlement.Refusable;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.Count;
import io.xunshi.platform.pricing.SettlementTerms.ScaleRule;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What deliveries come to. */
class SettlementTests {
    private static final PriceFormula PAPER_PRICE = fixed(145_000);
    private static final Delivery GOLDEN_LOAD =
            delivery(ticket(Scale.SELLER, 32_460, 12_180), ticket(Scale.BUYER, 32_460, 12_180));

    @Test
    void theGoldenLoadOfPaperComesToTheFen() {
        var wet = assays(agreed("measured_moisture_pct", 1_500), agreed("impurity_pct", 160));

        var settled = reckoned(
                Settlement.of(terms(20, paper(false), PAPER_PRICE), GOLDEN_LOAD, wet, NO_MARKET, Paid.NOTHING));

        assertThat(settled.weight()).isEqualTo(19_471_000);
        assertThat(settled.money().total()).isEqualTo(2_823_295);
        assertThat(settled.isFinal()).isTrue();
        assertThat(resultOf(settled, Rule.MOISTURE)).isEqualTo(new Quantity(19_588_636, Unit.GRAM, false));
        assertThat(resultOf(settled, Rule.SETTLEMENT_WEIGHT)).isEqualTo(Quantity.of(19_471_000, Unit.GRAM));
    }

    @Test
    void drierGoodsArePaidMoreOnlyWhereBothWaysWasAgreed() {
        var dry = assays(agreed("measured_moisture_pct", 1_000), agreed("impurity_pct", 50));

        assertThat(reckoned(of(terms(20, paper(false), PAPER_PRICE), GOLDEN_LOAD, dry))
                        .weight())
                .isEqualTo(20_280_000);
        // × 0.90 ÷ 0.88; cleaner goods than agreed are never paid more
        assertThat(reckoned(of(terms(20, paper(true), PAPER_PRICE), GOLDEN_LOAD, dry))
                        .weight())
                .isEqualTo(20_741_000);
    }

    @Test
    void withinTheScaleToleranceTheContractSideCountsUnadjusted() {
        var settled = scaled(498_700);

        assertThat(settled.weight()).isEqualTo(500_000_000);
        assertThat(settled.findings()).isEmpty();
        assertThat(scaled(498_500).weight()).isEqualTo(500_000_000);
        assertThat(scaled(501_500).weight()).isEqualTo(500_000_000);
    }

    @Test
    void beyondItTheReceivedWeightCountsAndTheDifferenceIsNamed() {
        var shortOfIt = scaled(498_000);
        assertThat(shortOfIt.weight()).isEqualTo(498_000_000);
        assertThat(shortOfIt.findings())
                .containsExactly(new Finding(Kind.SCALE_SHORT, "", Quantity.of(2_000_000, Unit.GRAM)));

        var over = scaled(501_700);
        assertThat(over.weight()).isEqualTo(501_700_000);
        assertThat(over.findings())
                .containsExactly(new Finding(Kind.SCALE_OVER, "", Quantity.of(1_700_000, Unit.GRAM)));
    }

    @Test
    void aThirdScaleDecidesBetweenTwoThatDiffer() {
        var loads = delivery(
                ticket(Scale.SELLER, 500_000, 0), ticket(Scale.BUYER, 498_000, 0), ticket(Scale.THIRD, 499_100, 0));
        assertThat(reckoned(of(terms(500, DRY, PAPER_PRICE), loads, NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(499_100_000);

        // It is not asked where the two agree.
        var agreeing = delivery(
                ticket(Scale.SELLER, 500_000, 0), ticket(Scale.BUYER, 499_000, 0), ticket(Scale.THIRD, 480_000, 0));
        assertThat(reckoned(of(terms(500, DRY, PAPER_PRICE), agreeing, NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(500_000_000);
    }

    @Test
    void aContractMayGoByOneSidesScaleWhateverTheOtherSays() {
        var sellers = withScale(terms(500, DRY, PAPER_PRICE), new ScaleRule(Side.SELLER, 30, Beyond.CONTRACT_SIDE));
        var buyers = withScale(terms(500, DRY, PAPER_PRICE), new ScaleRule(Side.BUYER, 30, Beyond.CONTRACT_SIDE));

        assertThat(reckoned(of(sellers, nets(500_000, 498_000), NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(500_000_000);
        assertThat(reckoned(of(buyers, nets(500_000, 499_000), NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(499_000_000);
    }

    @Test
    void ofIngotsTheScalesMayDifferByATenthOfAPerCent() {
        var ingots = withScale(terms(30, DRY, PAPER_PRICE), new ScaleRule(Side.SELLER, 10, Beyond.RECEIVED));

        assertThat(reckoned(of(ingots, nets(30_000, 29_970), NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(30_000_000);
        assertThat(reckoned(of(ingots, nets(30_000, 29_969), NO_ASSAYS_BUT_CLEAN))
                        .weight())
                .isEqualTo(29_969_000);
    }

    @Test
    void aDeliveryWithinThreePerCentClosesTheContract() {
        assertThat(closing(97_000).findings()).isEmpty();
        assertThat(closing(103_000).findings()).isEmpty();
        assertThat(closing(96_999).findings())
                .containsExactly(new Finding(Kind.SHORTFALL, "", Quantity.of(1_000, Unit.GRAM)));
    }

    @Test
    void whatComesAboveThatIsPaidOnlyWhereTheBuyerTakesIt() {
        var unpaid = closing(104_000);
        assertThat(unpaid.weight()).isEqualTo(104_000_000);
        assertThat(unpaid.payableWeight()).isEqualTo(103_000_000);
        assertThat(unpaid.findings())
                .containsExactly(new Finding(Kind.OVERRUN_UNPAID, "", Quantity.of(1_000_000, Unit.GRAM)));

        var terms = terms(100, DRY, PAPER_PRICE);
        var accepted = new SettlementTerms(
                terms.quantity(), 300, true, DRY, terms.scale(), 1_000, PAPER_PRICE, terms.tax(), 9_000);
        var paid = reckoned(of(accepted, nets(104_000, 104_000), NO_ASSAYS_BUT_CLEAN));
        assertThat(paid.payableWeight()).isEqualTo(104_000_000);
        assertThat(paid.findings()).extracting(Finding::kind).containsExactly(Kind.OVERRUN_PAID);
    }

    @Test
    void taxIsWithinThePriceOrOnTopOfIt() {
        var within = reckoned(of(withTax(1_300, true), nets(10_000, 10_000), NO_ASSAYS_BUT_CLEAN))
                .money();
        assertThat(within.total()).isEqualTo(1_450_000);
        assertThat(within.beforeTax()).isEqualTo(1_283_186);
        assertThat(within.tax()).isEqualTo(166_814);

        var onTop = reckoned(of(withTax(300, false), nets(10_000, 10_000), NO_ASSAYS_BUT_CLEAN))
                .money();
        assertThat(onTop.beforeTax()).isEqualTo(1_450_000);
        assertThat(onTop.tax()).isEqualTo(43_500);
        assertThat(onTop.total()).isEqualTo(1_493_500);
    }

    @Test
    void piecesArePaidByThePiece() {
        var pallets = new SettlementTerms(
                400,
                300,
                false,
                new Count(),
                terms(1, DRY, PAPER_PRICE).scale(),
                1,
                fixed(2_350),
                new Tax(0, true),
                10_000);

        var settled = reckoned(of(pallets, new Delivery(List.of(), 396), NO_ASSAYS));

        assertThat(settled.weight()).isEqualTo(396);
        assertThat(settled.money().due()).isEqualTo(930_600);
        assertThat(resultOf(settled, Rule.PRICE).unit()).isEqualTo(Unit.FEN_PER_PIECE);
    }

    @Test
    void whileFiguresAreOpenAShareIsPaidAndLaterTheRest() {
        var terms = terms(20, DRY, PAPER_PRICE);
        var first = reckoned(of(terms, delivery(ticket(Scale.SELLER, 20_000, 0)), NO_ASSAYS_BUT_CLEAN));
        assertThat(first.isFinal()).isFalse();
        assertThat(first.findings()).extracting(Finding::kind).containsExactly(Kind.SIDE_NOT_WEIGHED);
        assertThat(first.money().total()).isEqualTo(2_900_000);
        assertThat(first.money().due()).isEqualTo(2_610_000);

        var last = Settlement.of(
                terms, nets(20_000, 19_900), NO_ASSAYS_BUT_CLEAN, NO_MARKET, new Paid(2_610_000, 200_000));
        var money = reckoned(last).money();
        assertThat(money.total()).isEqualTo(2_885_500);
        assertThat(money.depositSetOff()).isEqualTo(200_000);
        assertThat(money.due()).isEqualTo(75_500);
        assertThat(money.depositReleased()).isZero();
    }

    @Test
    void whatWasPaidTooMuchGoesBackWithTheDeposit() {
        var money = reckoned(Settlement.of(
                        terms(20, DRY, PAPER_PRICE),
                        nets(19_500, 19_500),
                        NO_ASSAYS_BUT_CLEAN,
                        NO_MARKET,
                        new Paid(2_900_000, 200_000)))
                .money();

        assertThat(money.refund()).isEqualTo(72_500);
        assertThat(money.due()).isZero();
        assertThat(money.depositReleased()).isEqualTo(200_000);
    }

    @Test
    void aDisputedAssayKeepsTheFiguresOpenUntilTheUmpireHasRead() {
        var iron = new Penalty("iron_pct", Worse.ABOVE, 100, 500L, new Linear(10, 1_500));
        var terms = terms(20, DRY, fixed(1_500_000, iron));

        var open =
                reckoned(of(terms, nets(20_000, 20_000), assays(agreed("inclusion_pct", 0), read(120L, 180L, null))));
        assertThat(open.isFinal()).isFalse();
        assertThat(open.price()).isEqualTo(1_492_500);

        var decided =
                reckoned(of(terms, nets(20_000, 20_000), assays(agreed("inclusion_pct", 0), read(120L, 180L, 170L))));
        assertThat(decided.isFinal()).isTrue();
        assertThat(decided.price()).isEqualTo(1_489_500);
        assertThat(decided.findings()).containsExactly(Finding.of(Kind.UMPIRE_COSTS, "iron_pct SELLER"));
    }

    @Test
    void whatIsBeyondARejectLimitMayBeRefusedWhatever() {
        var iron = new Penalty("iron_pct", Worse.ABOVE, 100, 150L, new Linear(10, 1_500));

        assertThat(of(
                        terms(20, DRY, fixed(1_500_000, iron)),
                        nets(20_000, 20_000),
                        assays(agreed("inclusion_pct", 0), agreed("iron_pct", 151))))
                .isInstanceOf(Refusable.class);
        var radiating = of(
                terms(20, DRY, PAPER_PRICE),
                nets(20_000, 20_000),
                new Assay.Report(List.of(agreed("inclusion_pct", 0)), Set.of(HardReject.RADIATION)));
        assertThat(radiating).isInstanceOf(Refusable.class);
        assertThat(radiating.findings()).containsExactly(Finding.of(Kind.HARD_REJECT, "RADIATION"));
    }

    @Test
    void withoutAWeightThereAreNoFigures() {
        assertThat(of(terms(20, DRY, PAPER_PRICE), delivery(), NO_ASSAYS)).isInstanceOf(NotYet.class);
        var wrong = of(
                terms(20, DRY, PAPER_PRICE),
                delivery(ticket(Scale.SELLER, 10, 20), ticket(Scale.BUYER, 30, 10)),
                NO_ASSAYS_BUT_CLEAN);
        assertThat(wrong).isInstanceOf(NotYet.class);
        assertThat(wrong.findings()).extracting(Finding::kind).containsExactly(Kind.TARE_OVER_GROSS);
        var empty = of(terms(20, DRY, PAPER_PRICE), nets(0, 0), NO_ASSAYS_BUT_CLEAN);
        assertThat(empty.findings()).extracting(Finding::kind).containsExactly(Kind.NOTHING_WEIGHED);
    }

    @Test
    void aTicketThatCameTwiceCountsOnce() {
        var ticket = ticket(Scale.SELLER, 20_000, 0);

        var settled = reckoned(of(
                terms(20, DRY, PAPER_PRICE),
                delivery(ticket, ticket(Scale.BUYER, 20_000, 0), ticket),
                NO_ASSAYS_BUT_CLEAN));

        assertThat(settled.weight()).isEqualTo(20_000_000);
        assertThat(settled.findings()).extracting(Finding::kind).containsExactly(Kind.TICKET_TWICE);
    }

    @Test
    void tenMillionTonnesAtAHundredThousandYuanAreExact() {
        var terms = terms(10_000_000, DRY, fixed(10_000_001));

        var settled = reckoned(of(
                terms,
                delivery(
                        ticket(Scale.SELLER, "豫A12345", WeighTicket.MAX_GRAMS, 0),
                        ticket(Scale.BUYER, "豫A12345", WeighTicket.MAX_GRAMS, 0)),
                NO_ASSAYS_BUT_CLEAN));

        assertThat(settled.money().total()).isEqualTo(100_000_010_000_000L);
    }

    @Test
    void termsThatContradictThemselvesAreNone() {
        assertThatThrownBy(() -> new Tax(600, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(20, new Count(), Deals.meanOfFive()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(0, DRY, PAPER_PRICE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(10_000_001, DRY, PAPER_PRICE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final Assay.Report NO_ASSAYS_BUT_CLEAN = assays(agreed("inclusion_pct", 0));

    private static Settlement of(SettlementTerms terms, Delivery delivery, Assay.Report assays) {
        return Settlement.of(terms, delivery, assays, NO_MARKET, Paid.NOTHING);
    }

    private static Reckoned scaled(long buyerKg) {
        return reckoned(of(terms(500, DRY, PAPER_PRICE), nets(500_000, buyerKg), NO_ASSAYS_BUT_CLEAN));
    }

    private static Reckoned closing(long kg) {
        return reckoned(of(terms(100, DRY, PAPER_PRICE), nets(kg, kg), NO_ASSAYS_BUT_CLEAN));
    }

    private static SettlementTerms withScale(SettlementTerms terms, ScaleRule scale) {
        return new SettlementTerms(
                terms.quantity(), 300, false, terms.basis(), scale, 1_000, terms.formula(), terms.tax(), 9_000);
    }

    private static SettlementTerms withTax(int rateBp, boolean included) {
        var terms = terms(10, DRY, PAPER_PRICE);
        return new SettlementTerms(
                terms.quantity(), 300, false, DRY, terms.scale(), 1_000, PAPER_PRICE, new Tax(rateBp, included), 9_000);
    }

    private static Assay read(Long seller, Long buyer, @Nullable Long umpire) {
        return new Assay("iron_pct", 20, seller, buyer, umpire);
    }

    private static Reckoned reckoned(Settlement settlement) {
        assertThat(settlement).isInstanceOf(Reckoned.class);
        return (Reckoned) settlement;
    }

    private static Quantity resultOf(Settlement settlement, Rule rule) {
        return settlement.lines().stream()
                .filter(line -> line.rule() == rule)
                .findFirst()
                .orElseThrow()
                .result();
    }
}
