package io.xunshi.transparency.verify;

import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.ReferenceRecord;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a site shows to everybody against each other: its whole log, every auction that is over, and all
 * reference prices.
 */
public final class SiteVerification {
    private final LogSource source;
    private final @Nullable TrustPolicy known;

    /** Believes whom the log itself names. */
    public SiteVerification(LogSource source) {
        this(source, null);
    }

    /** @param known whom to believe, learnt elsewhere; null to believe whom the log names */
    public SiteVerification(LogSource source, @Nullable TrustPolicy known) {
        this.source = source;
        this.known = known;
    }

    /**
     * What was found in order.
     *
     * @throws IOException where something cannot be had
     * @throws VerificationFailure where something does not agree
     */
    public Report verify() throws IOException, VerificationFailure {
        var auctions = new AuctionVerification(source);
        var references = new ReferenceVerification(source);
        var log = new LogVerification(source, known).verify(record -> {
            switch (record) {
                case TradeRecord trade -> auctions.add(trade);
                case ReferenceRecord reference -> references.add(reference);
                case PriceRecord _ -> {
                    // The log's own figures are recomputed from these.
                }
            }
        });
        return new Report(log, auctions.verify(), references.verify());
    }

    /**
     * @param auctions how many were recomputed
     * @param references how many sets of reference prices gave their hash
     */
    public record Report(LogVerification.Report log, int auctions, int references) {}
}
