package io.xunshi.platform.auction.domain;

/** What becomes of an offer. */
public sealed interface BidDecision {

    /** @param after the auction with the bid in it */
    record BidAccepted(EnglishAuction after, Bid bid) implements BidDecision {}

    /** @param leastFen what would be enough at this moment, fen per unit; said with every refusal */
    record BidRefused(Refusal reason, long leastFen) implements BidDecision {}
}
