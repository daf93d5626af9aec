package io.xunshi.platform.matching;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of supply and demand that meet (撮合). */
public sealed interface MatchingEvents extends DomainEvent {

    /** A lot answers a demand; said once of the two, whatever becomes of them. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "matching", name = "offers-matched")
    record OffersMatched(
            UUID eventId, Instant at, LotId lotId, OrganisationId seller, UUID demandId, OrganisationId buyer)
            implements MatchingEvents {

        @Override
        public UUID aggregateId() {
            return demandId;
        }
    }
}
