package io.xunshi.platform.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.price.PriceLedger;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.price.TradeSide;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.Vintage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WeekClosingTests {
    private static final DominanceRule RULE = new DominanceRule(10);
    private static final WeekPseudonyms NAMES = new WeekPseudonyms(new byte[32]);

    @Test
    void whatIsSafeIsRevealedAndMakesAPrice() {
        var closing = close(Vintage.P, Weeks.deals("ZZ-GY", 6));

        assertThat(of(closing, Committed.class)).hasSize(6);
        assertThat(of(closing, Revealed.class)).hasSize(6).allMatch(said -> said.level() == PriceLevel.AREA);
        assertThat(publication(closing, Vintage.P).figures())
                .extracting(figure -> figure.cell().level())
                .containsExactly(PriceLevel.AREA, PriceLevel.CITY);
    }

    @Test
    void noFirmIsNamedAndAnotherWeekHasOtherNames() {
        var deals = Weeks.deals("ZZ-GY", 6);
        var text = new StringBuilder();
        close(Vintage.P, deals)
                .records()
                .forEach(record -> text.append(new String(record.bytes(), StandardCharsets.UTF_8)));

        assertThat(deals)
                .allSatisfy(deal -> assertThat(text)
                        .doesNotContain(
                                deal.sellerGroup().value().toString(),
                                deal.buyerGroup().value().toString(),
                                deal.deal().value().toString()));
        assertThat(of(close(Vintage.P, deals), Revealed.class))
                .extracting(Revealed::seller)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(of(close(Vintage.P, deals), Revealed.class).stream()
                        .map(Revealed::buyer)
                        .toList());
    }

    @Test
    void namesAreNotMadeWithTheSecretItself() throws Exception {
        var deal = Weeks.deals("ZZ-GY", 1).getFirst();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        var said = "price|%s|%s|%s|%s".formatted(deal.week(), deal.material(), TradeSide.SELLER, deal.sellerGroup());

        assertThat(NAMES.of(deal, PriceLevel.AREA, TradeSide.SELLER))
                .hasSize(16)
                .isNotEqualTo(HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)), 0, 8));
    }

    @Test
    void whatIsNotPaidIsCountedAndHidden() {
        var deals = new ArrayList<>(Weeks.deals("ZZ-GY", 6));
        deals.add(Weeks.deal("ZZ-GY", 9, 20, false, null));

        var closed = of(close(Vintage.P, deals), WeekClosed.class).getFirst();

        assertThat(closed.samples()).isEqualTo(7);
        assertThat(closed.rejected()).containsOnlyKeys("NOT_PAID").containsEntry("NOT_PAID", "1-2");
        assertThat(closed.withheld()).isEqualTo("0");
    }

    @Test
    void whatIsTooThinStaysHiddenUntilMoreIsPaid() {
        var deals = new ArrayList<>(Weeks.deals("ZZ-GY", 3));
        for (int i = 3; i < 6; i++) {
            deals.add(Weeks.deal("ZZ-GY", i, 20, false, null));
        }
        var first = close(Vintage.P, deals);
        assertThat(of(first, Revealed.class)).isEmpty();
        assertThat(of(first, WeekClosed.class).getFirst().withheld()).isEqualTo("3-4");

        var later = first.deals().stream().map(WeekClosingTests::paid).toList();
        var second = close(Vintage.R1, later);

        assertThat(of(second, Committed.class)).isEmpty();
        assertThat(of(second, Revealed.class)).hasSize(6);
        assertThat(publication(List.of(first, second), Vintage.P).figures()).isEmpty();
        assertThat(publication(List.of(first, second), Vintage.R1).figures()).hasSize(2);
    }

    /** Else the difference between two vintages is the price of one deal. */
    @Test
    void oneDealThatIsPaidLateIsNotRevealedAlone() {
        var deals = new ArrayList<>(Weeks.deals("ZZ-GY", 6));
        deals.add(Weeks.deal("ZZ-GY", 9, 20, false, null));
        var first = close(Vintage.P, deals);

        var second = close(
                Vintage.R1, first.deals().stream().map(WeekClosingTests::paid).toList());

        assertThat(of(second, Revealed.class)).isEmpty();
        assertThat(of(second, WeekClosed.class).getFirst().withheld()).isEqualTo("1-2");
        assertThat(publication(List.of(first, second), Vintage.R1).figures())
                .isEqualTo(publication(List.of(first, second), Vintage.P).figures());
    }

    @Test
    void theOrderOfIntakeChangesNothing() {
        var deals = new ArrayList<>(Weeks.deals("ZZ-GY", 6));
        deals.addAll(Weeks.deals("ZZ-XM", 2));
        var before = close(Vintage.P, deals);
        Collections.shuffle(deals, new Random(3));

        assertThat(bytes(close(Vintage.P, deals))).isEqualTo(bytes(before));
    }

    private static ObservedDeal paid(ObservedDeal deal) {
        return new ObservedDeal(
                deal.deal(),
                deal.week(),
                deal.material(),
                deal.parent(),
                deal.area(),
                deal.grams(),
                deal.fenPerTonne(),
                deal.sellerGroup(),
                deal.buyerGroup(),
                deal.sameController(),
                deal.betweenTraders(),
                deal.asSpecified(),
                deal.leastGrams(),
                deal.secret(),
                true,
                deal.committedIn(),
                deal.shown());
    }

    private static WeekClosing close(Vintage vintage, List<ObservedDeal> deals) {
        return WeekClosing.of(Weeks.WEEK, vintage, deals, RULE, NAMES);
    }

    private static <T extends PriceRecord> List<T> of(WeekClosing closing, Class<T> type) {
        return closing.records().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> bytes(WeekClosing closing) {
        return closing.records().stream()
                .map(record -> new String(record.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static PricePublication publication(WeekClosing closing, Vintage vintage) {
        return publication(List.of(closing), vintage);
    }

    /** As anybody computes it from the log. */
    private static PricePublication publication(List<WeekClosing> closings, Vintage vintage) {
        var ledger = new PriceLedger();
        closings.forEach(closing -> closing.records().forEach(ledger::add));
        return ledger.publication(Weeks.WEEK, vintage, 1, Hash.EMPTY_TREE).orElseThrow();
    }
}
