package io.xunshi.transparency.price;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trades made for tests. */
final class Trades {
    private static final long TONNE = 1_000_000;
    private static final long YUAN = 100;

    private Trades() {}

    /** DOMAIN's golden week: each trade of firms of its own. */
    static List<PricedTrade> golden() {
        return of(
                new long[] {17_200, 17_350, 17_400, 17_280, 17_310, 21_900, 17_450},
                new long[] {20, 15, 30, 10, 25, 40, 12});
    }

    static List<PricedTrade> of(long[] yuan, long[] tonnes) {
        var trades = new ArrayList<PricedTrade>();
        for (int i = 0; i < yuan.length; i++) {
            trades.add(new PricedTrade("k" + i, tonnes[i] * TONNE, yuan[i] * YUAN, "s" + i, "b" + i));
        }
        return List.copyOf(trades);
    }

    static PricedTrade trade(String key, long tonnes, String seller, String buyer) {
        return new PricedTrade(key, tonnes * TONNE, 17_300 * YUAN + key.hashCode() % 1_000, seller, buyer);
    }

    /** The same seed gives the same trades. */
    static List<PricedTrade> random(int count, Random random) {
        var trades = new ArrayList<PricedTrade>();
        for (int i = 0; i < count; i++) {
            trades.add(new PricedTrade(
                    "k" + i,
                    1 + random.nextLong(60 * TONNE),
                    1_500_000 + random.nextLong(400_000),
                    "s" + random.nextInt(9),
                    "b" + random.nextInt(7)));
        }
        return trades;
    }
}
