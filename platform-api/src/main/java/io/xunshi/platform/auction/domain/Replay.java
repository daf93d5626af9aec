package io.xunshi.platform.auction.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What anybody finds who computes an auction again from its public record: the terms, the published end, and all bids
 * in their order with the ceilings cut off at the price ({@link Bid#shownAt}).
 */
public sealed interface Replay {

    /** Everything follows from the terms and the bids. */
    record Confirmed(EnglishAuction auction) implements Replay {}

    /** @param sequence of the first bid that does not follow from what came before it */
    record Contradicted(int sequence, Fault fault) implements Replay {}

    /** What is wrong with a bid. */
    enum Fault {
        OUT_OF_SEQUENCE,
        OUT_OF_TIME,
        NOT_A_VALID_BID,
        /** Price, leader or end are not what the rules make of it. */
        OTHER_OUTCOME
    }

    /** @param endsAt as published before the opening */
    static Replay of(EnglishTerms terms, Instant endsAt, List<Bid> bids) {
        var auction = EnglishAuction.opened(terms, endsAt);
        for (var bid : bids) {
            var next = auction.again(bid);
            var fault = faultOf(bid, auction);
            if (fault.isPresent()) {
                return new Contradicted(bid.sequence(), fault.get());
            }
            if (!next.bid().equals(bid)) {
                return new Contradicted(bid.sequence(), Fault.OTHER_OUTCOME);
            }
            auction = next.after();
        }
        return new Confirmed(auction);
    }

    private static Optional<Fault> faultOf(Bid bid, EnglishAuction auction) {
        if (bid.sequence() != auction.bids() + 1) {
            return Optional.of(Fault.OUT_OF_SEQUENCE);
        }
        if (!bid.at().isBefore(auction.endsAt())) {
            return Optional.of(Fault.OUT_OF_TIME);
        }
        return isValid(bid, auction) ? Optional.empty() : Optional.of(Fault.NOT_A_VALID_BID);
    }

    /** A raise may look like none: both ceilings may be cut off at the same price. */
    private static boolean isValid(Bid bid, EnglishAuction auction) {
        var leader = auction.leader();
        return switch (bid.kind()) {
            case RAISE -> leader != null && leader.paddle() == bid.paddle() && bid.ceilingFen() >= leader.ceilingFen();
            case BID ->
                !auction.isAhead(bid.paddle())
                        && bid.amountFen() >= auction.leastFen()
                        && bid.ceilingFen() >= bid.amountFen()
                        && auction.terms().isOnTick(bid.amountFen())
                        && auction.terms().isOnTick(bid.ceilingFen());
        };
    }
}
