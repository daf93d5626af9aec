package io.xunshi.platform.custody;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of the chain of custody. */
public sealed interface CustodyEvents extends DomainEvent {

    UUID batchId();

    @Override
    default UUID aggregateId() {
        return batchId();
    }

    /**
     * Parcels were made, and others used up for them.
     *
     * @param code of the batch, what people read aloud, <code>K…</code>
     * @param counterparty who gave what was delivered; null where nothing changed hands
     * @param materialCode of the first thing that was made, or of what was used up
     * @param areaCode where it lies
     * @param hash SHA-256 of what the batch says, hexadecimal
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "custody", name = "batch-entered")
    record BatchEntered(
            UUID eventId,
            Instant at,
            UUID batchId,
            OrganisationId organisation,
            @Nullable OrganisationId counterparty,
            String code,
            String materialCode,
            String areaCode,
            String hash)
            implements CustodyEvents {}
}
