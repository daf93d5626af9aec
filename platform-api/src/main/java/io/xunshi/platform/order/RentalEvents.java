package io.xunshi.platform.order;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** News about rentals, one for every transition that somebody may want to hear of. */
public sealed interface RentalEvents extends DomainEvent {

    RentalFacts rental();

    @Override
    default UUID aggregateId() {
        return rental().rentalId();
    }

    /** A tenant has the days held. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-placed")
    record RentalPlaced(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The tenant's money is ready in time, or late for days that were still free. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-payment-accepted")
    record RentalPaymentAccepted(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** Rent and deposit are here. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-paid")
    record RentalPaid(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The tenant has the thing. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-handed-over")
    record RentalHandedOver(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The last day is over, and the thing is not back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-overdue")
    record RentalOverdue(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The owner has the thing again. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-returned")
    record RentalReturned(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The owner wants something of the deposit. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-damage-claimed")
    record RentalDamageClaimed(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** The tenant contests the claim; an officer has to decide. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-damage-contested")
    record RentalDamageContested(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** Everybody's share is known; the tenant's is on its way. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-settling")
    record RentalSettlementBegun(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** Rent with the owner, deposit shared out: it is over. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-settled")
    record RentalSettled(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** Nobody paid in time; the days are free again. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-expired")
    record RentalExpired(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** It was called off after it was paid; all of the money is on its way back. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-cancellation-begun")
    record RentalCancellationBegun(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}

    /** It was called off, and the tenant has all of the money that was ever paid. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "order", name = "rental-cancelled")
    record RentalCancelled(UUID eventId, Instant at, RentalFacts rental) implements RentalEvents {}
}
