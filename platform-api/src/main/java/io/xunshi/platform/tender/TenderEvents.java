package io.xunshi.platform.tender;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of tenders. */
public sealed interface TenderEvents extends DomainEvent {

    TenderId tenderId();

    @Override
    default UUID aggregateId() {
        return tenderId().value();
    }

    /**
     * A buyer asks for quotes; from here on the terms stand.
     *
     * @param contentHash SHA-256 of what was published, hexadecimal
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "tender", name = "published")
    record TenderPublished(UUID eventId, Instant at, TenderId tenderId, TenderFacts tender, String contentHash)
            implements TenderEvents {}

    /**
     * No more quotes; from here on the buyer reads them, and nobody changes them.
     *
     * @param quotesHash SHA-256 of all of them, hexadecimal
     * @param quotes how many
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "tender", name = "closed")
    record TenderClosed(UUID eventId, Instant at, TenderId tenderId, TenderFacts tender, String quotesHash, int quotes)
            implements TenderEvents {}

    /**
     * The buyer has decided; each award is a deal.
     *
     * @param value of all awards together
     * @param awardHash SHA-256 of what was awarded to whom at which price, hexadecimal
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "tender", name = "awarded")
    record TenderAwarded(UUID eventId, Instant at, TenderId tenderId, TenderFacts tender, Money value, String awardHash)
            implements TenderEvents {}

    /** Nobody is awarded anything: called off, not decided in time, or without a quote. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "tender", name = "failed")
    record TenderFailed(UUID eventId, Instant at, TenderId tenderId, TenderState state) implements TenderEvents {}

    /**
     * A tender as it is sealed.
     *
     * @param code what people read aloud, <code>E…</code>
     * @param materialCode of its first line
     * @param areaCode where the goods are needed
     */
    record TenderFacts(String code, OrganisationId buyer, String materialCode, String areaCode) {}
}
