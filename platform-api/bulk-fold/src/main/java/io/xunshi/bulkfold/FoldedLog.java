package io.xunshi.bulkfold;

import io.xunshi.transparency.fold.MarketFold;
import io.xunshi.transparency.price.PricePublication;
import io.xunshi.transparency.witness.TrustPolicy.Accepted;
import java.util.List;

/**
 * A log that was found sound, and what it comes to.
 *
 * @param accepted the checkpoint, and who signed and cosigned it
 * @param ranges in how many parts it was folded
 * @param prices the releases that the log names, recomputed; each is what the site shows
 */
record FoldedLog(Accepted accepted, int ranges, MarketFold fold, List<PricePublication> prices) {

    FoldedLog {
        prices = List.copyOf(prices);
    }

    /** The figures of second-hand sales, as the service publishes them. */
    byte[] daily() {
        return fold.daily().publication(accepted.checkpoint().root());
    }
}
