package io.xunshi.transparency.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceMeasuresTests {

    @Test
    void thePriceThatNoMarketMadeIsDropped() {
        var kept = Outliers.removed(Trades.golden());

        assertThat(Outliers.score(2_190_000, Trades.golden())).isCloseTo(38.86, within(0.005));
        assertThat(kept).hasSize(6).noneMatch(trade -> trade.fenPerTonne() == 2_190_000);
    }

    @Test
    void theMeanByWeightIsTheHandbooks() {
        var kept = Outliers.removed(Trades.golden());
        var uncapped = kept.stream()
                .map(trade -> trade.fenPerTonne() * (trade.grams() / 1_000_000))
                .reduce(0L, Long::sum);

        assertThat(uncapped / 112).isEqualTo(1_733_214);
        // Six trades cannot each have 15 % at most, so that no cap is held and the mean is that of the grams.
        assertThat(PriceMeasures.of(Trades.golden(), 1)).satisfies(measures -> {
            assertThat(measures.vwapFen()).isEqualTo(1_733_214);
            assertThat(measures.holdsCaps()).isFalse();
            assertThat(measures.outliers()).isOne();
        });
    }

    @Test
    void ofFewerThanFiveNothingIsDropped() {
        var four = Trades.of(new long[] {100, 101, 102, 900}, new long[] {1, 1, 1, 1});

        assertThat(Outliers.removed(four)).hasSize(4);
    }

    @Test
    void whereMostPricesAreTheSameFifteenPerCentIsFarOff() {
        var trades = Trades.of(
                new long[] {1_000, 1_000, 1_000, 1_000, 1_000, 1_150, 1_151, 850, 849},
                new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1});

        assertThat(Outliers.removed(trades))
                .extracting(PricedTrade::fenPerTonne)
                .containsExactly(85_000L, 100_000L, 100_000L, 100_000L, 100_000L, 100_000L, 115_000L);
    }

    @Test
    void quantilesArePricesThatWerePaid() {
        var trades = Trades.of(new long[] {10, 11, 12, 13}, new long[] {1, 1, 1, 7});

        assertThat(PriceMeasures.of(trades, 1)).satisfies(measures -> {
            assertThat(measures.p10Fen()).isEqualTo(1_000);
            assertThat(measures.medianFen()).isEqualTo(1_300);
            assertThat(measures.p90Fen()).isEqualTo(1_300);
        });
    }

    @Test
    void tenEqualFirmsAreTenAndOneThatHasAlmostAllIsOne() {
        var equal = Trades.of(new long[] {10, 10, 10, 10}, new long[] {5, 5, 5, 5});
        var one = Trades.of(new long[] {10, 10}, new long[] {999_999, 1});

        assertThat(PriceMeasures.of(equal, 1).effectiveGroupsMilli()).isEqualTo(4_000);
        assertThat(PriceMeasures.of(one, 1).effectiveGroupsMilli()).isEqualTo(1_000);
    }

    @Test
    void heldCapsHoldForEveryTradeAndEveryGroup() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var trades = Outliers.removed(Trades.random(7 + random.nextInt(40), random));
            var capped = WeightCaps.of(trades);
            if (capped.holdsCaps()) {
                var whole = capped.weights().stream().mapToLong(Long::longValue).sum();
                assertThat(capped.weights())
                        .allSatisfy(weight -> assertThat(weight * 100).isBetween(0L, whole * 15));
                for (var side : TradeSide.values()) {
                    assertThat(byGroup(trades, capped.weights(), side))
                            .allSatisfy(weight -> assertThat(weight * 4).isLessThanOrEqualTo(whole));
                }
            } else {
                assertThat(capped.weights())
                        .isEqualTo(trades.stream().map(PricedTrade::grams).toList());
            }
        }
    }

    @Test
    void capsAreHeldByManyWhoAreAlike() {
        var trades = new ArrayList<PricedTrade>();
        for (int i = 0; i < 20; i++) {
            trades.add(Trades.trade("k" + i, i == 0 ? 500 : 20, "s" + i % 10, "b" + i % 8));
        }

        assertThat(WeightCaps.of(trades).holdsCaps()).isTrue();
    }

    @Test
    void theOrderOfIntakeChangesNothing() {
        var random = new Random(11);
        for (int round = 0; round < 30; round++) {
            var trades = Trades.random(5 + random.nextInt(30), random);
            var before = PriceMeasures.of(trades, 42);
            Collections.shuffle(trades, random);

            assertThat(PriceMeasures.of(trades, 42)).isEqualTo(before);
        }
    }

    @Test
    void anIntervalCanBeReplayedAndHoldsItsMean() {
        var trades = Trades.random(40, new Random(3));
        var measures = PriceMeasures.of(trades, 0x0123456789abcdefL);

        assertThat(PriceMeasures.of(trades, 0x0123456789abcdefL)).isEqualTo(measures);
        assertThat(measures.vwapFen()).isBetween(measures.lowFen(), measures.highFen());
        assertThat(PriceMeasures.of(trades, 2).lowFen()).isNotEqualTo(measures.lowFen());
    }

    @Test
    void oneFirmAloneHasNoInterval() {
        var trades = List.of(Trades.trade("a", 5, "s", "b"), Trades.trade("b", 6, "s", "c"));

        assertThat(PriceMeasures.of(trades, 1)).satisfies(measures -> {
            assertThat(measures.lowFen()).isEqualTo(measures.vwapFen());
            assertThat(measures.highFen()).isEqualTo(measures.vwapFen());
        });
    }

    private static List<Long> byGroup(List<PricedTrade> trades, List<Long> weights, TradeSide side) {
        return trades.stream()
                .map(side::groupOf)
                .distinct()
                .map(group -> IntStream.range(0, trades.size())
                        .filter(i -> side.groupOf(trades.get(i)).equals(group))
                        .mapToLong(weights::get)
                        .sum())
                .toList();
    }
}
