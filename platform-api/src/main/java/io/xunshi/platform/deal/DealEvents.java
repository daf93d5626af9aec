package io.xunshi.platform.deal;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of deals. */
public sealed interface DealEvents extends DomainEvent {

    DealId dealId();

    @Override
    default UUID aggregateId() {
        return dealId().value();
    }

    /** Somebody was awarded what an auction or a tender was for; there is a contract to sign. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "awarded")
    record DealAwarded(UUID eventId, Instant at, DealId dealId) implements DealEvents {}

    /**
     * Two sides have come to terms, in whatever way; there is a contract to sign.
     *
     * @param code what people read aloud, <code>Y…</code>
     * @param quantity grams or pieces
     * @param price for a tonne or a piece
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "agreed")
    record DealAgreed(
            UUID eventId,
            Instant at,
            DealId dealId,
            String code,
            LotId lotId,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            long quantity,
            Money price,
            Instant signBy)
            implements DealEvents {}

    /** Both sides have signed the contract. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "signed")
    record DealSigned(UUID eventId, Instant at, DealId dealId, DealFacts deal) implements DealEvents {}

    /** Not both have signed in time: the goods are where they came from. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "lapsed")
    record DealLapsed(UUID eventId, Instant at, DealId dealId, boolean sellerSigned, boolean buyerSigned)
            implements DealEvents {}

    /**
     * A deal as it is sealed.
     *
     * @param code what people read aloud, <code>Y…</code>
     * @param areaCode where the goods lie
     * @param value of the contracted quantity, at the price or at what the formula came to on the day
     * @param contractHash SHA-256 of the contract's text in UTF-8, hexadecimal
     */
    record DealFacts(
            String code,
            OrganisationId seller,
            OrganisationId buyer,
            String materialCode,
            String areaCode,
            Money value,
            String contractHash) {}
}
