package io.xunshi.platform.exchange;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** News of lots. */
public sealed interface LotEvents extends DomainEvent {

    LotId lotId();

    @Override
    default UUID aggregateId() {
        return lotId().value();
    }

    /** A seller offers a lot. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-offered")
    record LotOffered(UUID eventId, Instant at, LotId lotId, OrganisationId seller) implements LotEvents {}

    /** A lot, or a part of it, has a buyer; the quantity left the seller's stock. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-sold")
    record LotSold(UUID eventId, Instant at, LotId lotId, OrganisationId seller, OrganisationId buyer)
            implements LotEvents {}

    /** What readers see of a lot is another: its terms, what of it is to be had, or whether somebody holds it. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-changed")
    record LotChanged(UUID eventId, Instant at, LotId lotId) implements LotEvents {}

    /**
     * Its seller attached what a laboratory read of it.
     *
     * @param code of the lot
     * @param reportHash SHA-256 of what the report says and of its paper, hexadecimal
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-assayed")
    record LotAssayed(
            UUID eventId,
            Instant at,
            LotId lotId,
            OrganisationId seller,
            String code,
            String materialCode,
            String areaCode,
            String reportHash)
            implements LotEvents {}

    /**
     * Its seller shows other pictures of it than before.
     *
     * @param code of the lot
     * @param picturesHash {@link io.xunshi.platform.exchange.domain.LotPictures#seal}
     */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-pictured")
    record LotPictured(
            UUID eventId,
            Instant at,
            LotId lotId,
            OrganisationId seller,
            String code,
            String materialCode,
            String areaCode,
            String picturesHash)
            implements LotEvents {}

    /** Its seller took an offer back, or its last day is over. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "exchange", name = "lot-ended")
    record LotEnded(UUID eventId, Instant at, LotId lotId) implements LotEvents {}
}
