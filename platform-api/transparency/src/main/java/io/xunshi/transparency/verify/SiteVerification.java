package io.xunshi.transparency.verify;

import io.xunshi.transparency.witness.TrustPolicy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks what a site shows to everybody: its whole log, and every auction that is over, against each other. */
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
        var log = new LogVerification(source, known).verify(auctions::add);
        return new Report(log, auctions.verify());
    }

    /** @param auctions how many were recomputed */
    public record Report(LogVerification.Report log, int auctions) {}
}
