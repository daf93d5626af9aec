package io.xunshi.transparency.verify;

import java.io.IOException;

/** Checks what a site shows to everybody: its whole log, and every auction that is over, against each other. */
public final class SiteVerification {
    private final LogSource source;

    public SiteVerification(LogSource source) {
        this.source = source;
    }

    /**
     * What was found in order.
     *
     * @throws IOException where something cannot be had
     * @throws VerificationFailure where something does not agree
     */
    public Report verify() throws IOException, VerificationFailure {
        var auctions = new AuctionVerification(source);
        var log = new LogVerification(source).verify(auctions::add);
        return new Report(log, auctions.verify());
    }

    /** @param auctions how many were recomputed */
    public record Report(LogVerification.Report log, int auctions) {}
}
