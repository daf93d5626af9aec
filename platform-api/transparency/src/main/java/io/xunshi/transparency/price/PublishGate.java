package io.xunshi.transparency.price;

import java.util.List;
import java.util.stream.Stream;

/** Which trades may make a price that everybody reads: enough of them, of enough firms, and none that shows through. */
public final class PublishGate {
    private static final int FEWEST_TRADES = 5;

    private PublishGate() {}

    /** Five trades, and three groups on each side; what anybody can check. */
    public static boolean isThick(List<PricedTrade> trades) {
        return trades.size() >= FEWEST_TRADES
                && Stream.of(TradeSide.values())
                        .allMatch(side -> WeightCaps.groups(trades, side) >= DominanceRule.FEWEST_CONTRIBUTORS);
    }

    /** Thick and hidden by the rule on both sides, with its outliers and without them. */
    public static boolean lets(List<PricedTrade> trades, DominanceRule rule) {
        return Stream.of(trades, Outliers.removed(trades))
                .allMatch(some ->
                        isThick(some) && Stream.of(TradeSide.values()).allMatch(side -> rule.isSafe(some, side)));
    }
}
