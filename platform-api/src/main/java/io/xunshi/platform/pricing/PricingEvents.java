package io.xunshi.platform.pricing;

import io.xunshi.platform.events.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** News of reference prices. */
public sealed interface PricingEvents extends DomainEvent {

    UUID setId();

    @Override
    default UUID aggregateId() {
        return setId();
    }

    /**
     * An officer entered or corrected prices of a series.
     *
     * @param isCorrection they stand in place of others
     * @param size how many
     * @param sha256 {@link Fixings#hashOf} of them
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "pricing", name = "prices-fixed")
    record PricesFixed(
            UUID eventId,
            Instant at,
            UUID setId,
            String series,
            boolean isCorrection,
            LocalDate first,
            LocalDate last,
            int size,
            String sha256)
            implements PricingEvents {}
}
