package io.xunshi.platform.deal;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of negotiations over lots. */
public sealed interface ProposalEvents extends DomainEvent {

    UUID proposalId();

    @Override
    default UUID aggregateId() {
        return proposalId();
    }

    /**
     * A side said what it would trade for, and waits for an answer.
     *
     * @param bySeller the seller said it, otherwise the buyer
     * @param number of the word, the first is 1
     * @param quantity grams or pieces
     * @param price for a tonne or a piece
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "proposal-made")
    record ProposalMade(
            UUID eventId,
            Instant at,
            UUID proposalId,
            LotId lotId,
            OrganisationId seller,
            OrganisationId buyer,
            boolean bySeller,
            int number,
            long quantity,
            Money price,
            Instant validUntil)
            implements ProposalEvents {}

    /** A side said no. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "deal", name = "proposal-refused")
    record ProposalRefused(
            UUID eventId, Instant at, UUID proposalId, LotId lotId, OrganisationId seller, OrganisationId buyer)
            implements ProposalEvents {}
}
