package io.xunshi.platform.exchange;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What came into stock accounts from natural persons (居民), for those who look after its invoices. */
public interface StockReceipts {

    /** The newest ones of an organisation, newest first. */
    Flux<ResidentReceipt> ofResidents(OrganisationId organisation, int limit);

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
            LocalDate happenedOn) {}
}
