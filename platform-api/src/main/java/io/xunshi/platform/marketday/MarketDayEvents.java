package io.xunshi.platform.marketday;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News of market days. */
public sealed interface MarketDayEvents extends DomainEvent {

    /** Something was sold at a stall, and the books of its day are closed: nobody can cancel it any more. */
    @org.jmolecules.event.annotation.DomainEvent(namespace = "marketday", name = "stall-sold")
    record StallSold(UUID eventId, Instant at, UUID saleId, SaleFacts sale) implements MarketDayEvents {

        @Override
        public UUID aggregateId() {
            return saleId;
        }
    }

    /**
     * A sale as it is sealed.
     *
     * @param code what people read aloud, <code>V…</code>
     * @param dayCode the market day's public code
     * @param isListed whether it was a published listing; anything else is known only from its seller
     * @param snapshotHash SHA-256 of what was offered or said, hexadecimal
     * @param wipeCertificate of a device; null for what holds no data
     */
    record SaleFacts(
            String code,
            String dayCode,
            AccountId seller,
            String categoryCode,
            String districtCode,
            String conditionCode,
            Money price,
            boolean isListed,
            String snapshotHash,
            @Nullable String wipeCertificate) {}
}
