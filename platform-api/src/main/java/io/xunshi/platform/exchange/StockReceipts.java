package io.xunshi.platform.exchange;

import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What came into stock accounts from natural persons (居民), for those who look after its invoices. */
public interface StockReceipts {

    /**
     * Those of an organisation, the last entered first.
     *
     * @param after when a receipt was entered and its id; null from the beginning
     */
    Flux<ResidentReceipt> ofResidents(OrganisationId organisation, @Nullable Cursor after, int limit);

    /** Those of the organisation's receipts that there are, in no particular order. */
    Flux<ResidentReceipt> findAll(OrganisationId organisation, Collection<UUID> ids);

    /**
     * Material that was weighed or counted in.
     *
     * @param quantity grams or pieces, positive
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time
     */
    record ResidentReceipt(
            UUID id,
            OrganisationId organisation,
            String materialCode,
            long quantity,
            String reference,
            LocalDate happenedOn,
            Instant enteredAt) {}
}
