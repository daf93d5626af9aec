package io.xunshi.platform.listing;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.UUID;

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

    /** Its item is promised to a buyer. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "reserved")
    record ListingReserved(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /** The promise came to nothing; it is offered again. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "listing", name = "released")
    record ListingReleased(UUID eventId, Instant at, UUID listingId, long version) implements ListingEvents {}

    /** Its item belongs to the buyer. */
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
