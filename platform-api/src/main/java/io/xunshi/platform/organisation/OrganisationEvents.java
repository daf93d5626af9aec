package io.xunshi.platform.organisation;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** News of organisations. */
public sealed interface OrganisationEvents extends DomainEvent {

    UUID organisationId();

    @Override
    default UUID aggregateId() {
        return organisationId();
    }

    /** Its first business licence was approved: it may trade from now on. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "organisation", name = "organisation-activated")
    record OrganisationActivated(UUID eventId, Instant at, UUID organisationId) implements OrganisationEvents {}

    /** An officer approved a licence. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "organisation", name = "licence-approved")
    record LicenceApproved(UUID eventId, Instant at, UUID organisationId, UUID licenceId, LicenceKind kind)
            implements OrganisationEvents {}

    /** The last day of a licence is over; another of its kind may hold on. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "organisation", name = "licence-expired")
    record LicenceExpired(
            UUID eventId, Instant at, UUID organisationId, UUID licenceId, LicenceKind kind, LocalDate lastDay)
            implements OrganisationEvents {}
}
