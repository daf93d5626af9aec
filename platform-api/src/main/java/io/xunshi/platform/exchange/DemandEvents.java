package io.xunshi.platform.exchange;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of demands. */
public sealed interface DemandEvents extends DomainEvent {

    UUID demandId();

    @Override
    default UUID aggregateId() {
        return demandId();
    }

    /** A buyer looks for something. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "demand-posted")
    record DemandPosted(UUID eventId, Instant at, UUID demandId, OrganisationId buyer) implements DemandEvents {}

    /** A buyer says something else of what is looked for. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "demand-changed")
    record DemandChanged(UUID eventId, Instant at, UUID demandId) implements DemandEvents {}

    /** Nobody looks for it any more: it was met, taken back, or its last day is over. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "demand-ended")
    record DemandEnded(UUID eventId, Instant at, UUID demandId) implements DemandEvents {}
}
