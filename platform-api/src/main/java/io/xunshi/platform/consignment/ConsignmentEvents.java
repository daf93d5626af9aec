package io.xunshi.platform.consignment;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of consignment points. Consignors without an account are in none of them: nothing could reach them. */
public sealed interface ConsignmentEvents extends DomainEvent {

    UUID itemId();

    @Override
    default UUID aggregateId() {
        return itemId();
    }

    /** Something went over the counter for cash; carries what is sealed of it. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "sold-over-counter")
    record SoldOverCounter(UUID eventId, Instant at, UUID itemId, CounterSaleFacts sale) implements ConsignmentEvents {}

    /** A consignor's thing is sold, here or online, and their share is owed to them. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "consigned-item-sold")
    record ConsignedItemSold(
            UUID eventId, Instant at, UUID itemId, AccountId consignor, String agreementCode, String title)
            implements ConsignmentEvents {}

    /** A counting found that a consignor's thing is gone; the point owes them what a sale would have brought. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "consigned-item-lost")
    record ConsignedItemLost(
            UUID eventId, Instant at, UUID itemId, AccountId consignor, String agreementCode, String title)
            implements ConsignmentEvents {}

    /** In some days its price goes down by the agreement. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "markdown-announced")
    record MarkdownAnnounced(
            UUID eventId, Instant at, UUID itemId, AccountId consignor, String agreementCode, String title)
            implements ConsignmentEvents {}

    /** In some days its term is over. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "term-end-announced")
    record TermEndAnnounced(
            UUID eventId, Instant at, UUID itemId, AccountId consignor, String agreementCode, String title)
            implements ConsignmentEvents {}

    /** Its term is over, and it waits at the point; told again while it does. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "consignment", name = "term-ended")
    record TermEnded(UUID eventId, Instant at, UUID itemId, AccountId consignor, String agreementCode, String title)
            implements ConsignmentEvents {}

    /**
     * A sale over a counter as it is sealed.
     *
     * @param code what people read aloud, <code>C…</code>
     * @param pointCode the point's public code
     * @param consignor the consignor's account; null where they have none
     * @param agreementId stands for a consignor without an account
     * @param snapshotHash SHA-256 of what was offered, hexadecimal
     */
    record CounterSaleFacts(
            UUID saleId,
            String code,
            String pointCode,
            @Nullable AccountId consignor,
            UUID agreementId,
            String categoryCode,
            String districtCode,
            String conditionCode,
            Money price,
            String snapshotHash) {}
}
