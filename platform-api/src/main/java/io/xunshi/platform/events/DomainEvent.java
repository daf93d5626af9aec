package io.xunshi.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in the business. Implementations are records of ids and values, annotated with jMolecules'
 * <code>@DomainEvent(namespace, name)</code>: that logical name is what is stored, so a class can be renamed.
 */
public interface DomainEvent {

    /** UUIDv7 from the id generator; consumers recognise a repetition by it. */
    UUID eventId();

    /** When it happened, by the injected clock. */
    Instant at();

    /** The thing it happened to. */
    UUID aggregateId();
}
