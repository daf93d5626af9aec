package io.xunshi.bulkfold;

import io.xunshi.transparency.verify.EntryRange;
import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.PriceVerification;
import io.xunshi.transparency.verify.RangeRoots;
import io.xunshi.transparency.verify.SignedCheckpoint;
import io.xunshi.transparency.verify.VerificationFailure;
import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log from its tiles. Each range of entries is read, checked and folded by itself, wherever the engine has a
 * processor; the parts are merged in a tree, and their roots have to give the root that was signed.
 */
final class LogFold {
    private final JavaSparkContext engine;
    private final String site;
    private final @Nullable TrustPolicy known;

    /**
     * Of a log.
     *
     * @param site its http address or folder, which every machine of the engine has to reach
     * @param known whom to believe; null to believe whom the log names
     */
    LogFold(JavaSparkContext engine, String site, @Nullable TrustPolicy known) {
        this.engine = engine;
        this.site = site;
        this.known = known;
    }

    /**
     * The fold at the checkpoint that the site shows.
     *
     * @throws IOException where a file cannot be had
     * @throws VerificationFailure where the log is not sound, or the prices that the site shows are not what it gives
     */
    FoldedLog fold() throws IOException, VerificationFailure {
        var source = LogSource.of(site);
        var accepted = SignedCheckpoint.read(source, known);
        var ranges = EntryRange.allOf(accepted.checkpoint().size());
        var folded = folded(ranges);
        var fold = folded.fold();
        var roots = new RangeRoots(source, accepted.checkpoint(), folded.roots());
        roots.verify();
        var prices = new PriceVerification(source, accepted.checkpoint().size(), roots::rootAt);
        fold.forEachPrice(prices::add);
        prices.checkRecords();
        return new FoldedLog(accepted, ranges.size(), fold.whole(), prices.verify());
    }

    private FoldedRanges folded(List<EntryRange> ranges) {
        if (ranges.isEmpty()) {
            return new FoldedRanges();
        }
        var from = site;
        return engine.parallelize(ranges, ranges.size())
                .map(range -> FoldedRanges.of(range, LogSource.of(from)))
                .treeReduce(FoldedRanges::merge);
    }
}
