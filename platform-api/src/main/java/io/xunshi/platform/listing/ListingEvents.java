package io.xunshi.platform.listing;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News about listings; each says which version it made. */
public sealed interface ListingEvents extends DomainEvent {

    UUID listingId();

    long version();

    @Override
    default UUID aggregateId() {
        return listingId();
    }

    /** Everybody may find it now. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "published")
    record ListingPublished(UUID eventId, Instant at, UUID listingId, long version, AccountId seller, boolean isGift)
            implements ListingEvents {}

    /** Its owner changed what it says. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "changed")
    record ListingChanged(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /** Its item is promised to a buyer, or the last of its pieces that was left. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "reserved")
    record ListingReserved(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /**
     * A promise came to nothing, or there are more pieces of a stock; it is offered again.
     *
     * @param letGo whose promise it was; null where there are more pieces
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "released")
    record ListingReleased(
            UUID eventId,
            Instant at,
            UUID listingId,
            long version,
            @Nullable AccountId letGo) implements ListingEvents {}

    /**
     * Of its stock more or fewer pieces can be had than before, or fewer are there; whether it is offered has not
     * changed.
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "stock-changed")
    record ListingStockChanged(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /** Its item belongs to the buyer, and of a stock every piece to some buyer. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "sold")
    record ListingSold(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /**
     * A moderator decided about it.
     *
     * @param ruleZh the rules that the decision was about, for people; the English ones in {@code ruleEn}
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "moderated")
    record ListingModerated(
            UUID eventId,
            Instant at,
            UUID listingId,
            long version,
            AccountId seller,
            String title,
            boolean isApproved,
            String ruleZh,
            String ruleEn)
            implements ListingEvents {}

    /** Its owner took it back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "withdrawn")
    record ListingWithdrawn(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}
}
