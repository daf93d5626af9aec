package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.transparency.price.Disclosure.Labelled;
import io.xunshi.transparency.record.PriceLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisclosureTests {
    private static final DominanceRule RULE = new DominanceRule(10);

    @Test
    void anAreaWithEnoughFirmsIsShown() {
        var trades = cell("NF-AL-TWI", "ZZ-GY", 6);

        assertThat(levels(trades)).containsOnly(Optional.of(PriceLevel.AREA));
    }

    @Test
    void twoThinAreasAreShownTogether() {
        var trades = new ArrayList<>(cell("NF-AL-TWI", "ZZ-GY", 3));
        trades.addAll(cell("NF-AL-TWI", "ZZ-XM", 3));

        assertThat(levels(trades)).containsOnly(Optional.of(PriceLevel.CITY));
    }

    /** Else whoever takes the area's price away from the city's has the one trade of the other area. */
    @Test
    void oneTradeElsewhereTakesTheSmallestSafeAreasNameAway() {
        var trades = new ArrayList<>(cell("NF-AL-TWI", "ZZ-GY", 6));
        trades.addAll(cell("NF-AL-TWI", "ZZ-HJ", 9));
        trades.addAll(cell("NF-AL-TWI", "ZZ-XM", 1));

        var decided = new Disclosure(RULE).of(trades);

        assertThat(trades)
                .allSatisfy(trade -> assertThat(decided.levelOf(trade.trade().key()))
                        .contains(trade.area().equals("ZZ-HJ") ? PriceLevel.AREA : PriceLevel.CITY));
    }

    @Test
    void thinMaterialsAreShownAsTheirParent() {
        var trades = new ArrayList<>(cell("NF-AL-TWI", "ZZ-GY", 3));
        trades.addAll(cell("NF-AL-CST", "ZZ-GY", 3));

        assertThat(levels(trades)).containsOnly(Optional.of(PriceLevel.PARENT));
    }

    @Test
    void whatIsSafeNowhereStaysHidden() {
        assertThat(levels(cell("NF-AL-TWI", "ZZ-GY", 4))).containsOnly(Optional.empty());
    }

    @Test
    void oneFirmThatSellsAlmostEverythingStaysHidden() {
        var trades = new ArrayList<>(cell("NF-AL-TWI", "ZZ-GY", 6));
        trades.add(new Labelled(Trades.trade("giant", 100_000, "giant", "b-giant"), "NF-AL-TWI", "NF-AL", "ZZ-GY"));

        assertThat(levels(trades)).containsOnly(Optional.empty());
    }

    /** What everybody can compute as a difference is safe itself: the property that the rule is there for. */
    @Test
    void whatIsLeftOfACityIsAlwaysSafe() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            var trades = random(random);
            var decided = new Disclosure(RULE).of(trades);
            Collections.shuffle(trades, random);

            assertThat(new Disclosure(RULE).of(trades)).isEqualTo(decided);
            trades.stream().map(Labelled::material).distinct().forEach(material -> {
                var rest = trades.stream()
                        .filter(trade -> trade.material().equals(material))
                        .filter(trade -> decided.levelOf(trade.trade().key()).equals(Optional.of(PriceLevel.CITY)))
                        .map(Labelled::trade)
                        .toList();
                assertThat(rest.isEmpty() || PublishGate.lets(rest, RULE)).isTrue();
            });
        }
    }

    private static List<Optional<PriceLevel>> levels(List<Labelled> trades) {
        var decided = new Disclosure(RULE).of(trades);
        return trades.stream()
                .map(trade -> decided.levelOf(trade.trade().key()))
                .toList();
    }

    /** As many firms as trades, on both sides. */
    private static List<Labelled> cell(String material, String area, int trades) {
        var cell = new ArrayList<Labelled>();
        for (int i = 0; i < trades; i++) {
            var key = material + area + i;
            cell.add(new Labelled(Trades.trade(key, 20 + i, "s" + key, "b" + key), material, "NF-AL", area));
        }
        return cell;
    }

    private static List<Labelled> random(Random random) {
        var trades = new ArrayList<Labelled>();
        for (var trade : Trades.random(random.nextInt(60), random)) {
            trades.add(new Labelled(
                    trade,
                    List.of("NF-AL-TWI", "NF-AL-CST").get(random.nextInt(2)),
                    "NF-AL",
                    List.of("ZZ-GY", "ZZ-XM", "ZZ-HJ", "ZZ-EQ").get(Math.min(random.nextInt(4), random.nextInt(4)))));
        }
        return trades;
    }
}
