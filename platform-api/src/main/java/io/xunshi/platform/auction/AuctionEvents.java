package io.xunshi.platform.auction;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of auctions. */
public sealed interface AuctionEvents extends DomainEvent {

    AuctionId auctionId();

    @Override
    default UUID aggregateId() {
        return auctionId().value();
    }

    /**
     * A bid was taken.
     *
     * @param sequence its number within the auction
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "bid-placed")
    record BidPlaced(UUID eventId, Instant at, AuctionId auctionId, int sequence, AuctionFacts auction)
            implements AuctionEvents {}

    /**
     * Who was ahead at an English auction is not any more.
     *
     * @param priceFen what the price is now, for a tonne or a piece
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "bidder-outbid")
    record BidderOutbid(UUID eventId, Instant at, AuctionId auctionId, OrganisationId bidder, long priceFen)
            implements AuctionEvents {}

    /** Bids are taken from now on, by terms that stand. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "opened")
    record AuctionOpened(UUID eventId, Instant at, AuctionId auctionId, AuctionFacts auction)
            implements AuctionEvents {}

    /** It is known who has won, or that nobody has. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "decided")
    record AuctionDecided(UUID eventId, Instant at, AuctionId auctionId, AuctionFacts auction)
            implements AuctionEvents {}

    /** An auction is in another state, or somebody else is to have the goods. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "moved")
    record AuctionMoved(UUID eventId, Instant at, AuctionId auctionId, AuctionState state, AuctionCause cause)
            implements AuctionEvents {}

    /** A bidder's money for a deposit came, or went where it belongs. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "auction", name = "deposit-moved")
    record DepositMoved(
            UUID eventId, Instant at, AuctionId auctionId, DepositState state, Money amount, AuctionFacts auction)
            implements AuctionEvents {}

    /**
     * An auction as one step of it is sealed.
     *
     * @param code what people read aloud, <code>Y…</code>
     * @param areaCode where the goods lie
     * @param hash SHA-256 of what happened, as the public record has it, hexadecimal
     */
    record AuctionFacts(String code, OrganisationId seller, String materialCode, String areaCode, String hash) {}
}
