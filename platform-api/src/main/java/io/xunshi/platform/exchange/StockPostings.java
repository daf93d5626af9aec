package io.xunshi.platform.exchange;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What other modules ask and enter about stock accounts. An account refuses what would leave less than is offered, so
 * whoever knows of parcels enters here what became of them. All of it joins the caller's transaction.
 */
public interface StockPostings {

    /**
     * Something was weighed in. Raises field faults, named as those of {@link Receipt}, what
     * {@link io.xunshi.platform.organisation.Organisations#requireRole} raises, and {@link ExchangeProblem#STOCK_FULL}.
     */
    Mono<Void> receive(AccountId person, OrganisationId organisation, Receipt receipt);

    /**
     * An account that is not there yet is opened. Raises {@link ExchangeProblem#STOCK_SHORT} and
     * {@link ExchangeProblem#STOCK_FULL}.
     */
    Mono<Void> post(Posting posting);

    /** What is on hand, which nobody else changes until the transaction ends; zero where nothing ever was there. */
    Mono<Long> lockOnHand(OrganisationId organisation, String materialCode);

    /** What is on hand by material, of what is weighed. */
    Mono<Map<String, Long>> onHand(OrganisationId organisation);

    /**
     * What came in.
     *
     * @param quantity grams
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time
     */
    record Receipt(String materialCode, long quantity, Source source, String reference, LocalDate happenedOn) {}

    /**
     * More or less of a weighed material is there.
     *
     * @param grams negative for less, never zero
     * @param reference the code of the batch by which it changed
     * @param person null for what nobody entered
     */
    record Posting(
            OrganisationId organisation,
            String materialCode,
            long grams,
            Reason reason,
            String reference,
            LocalDate happenedOn,
            @Nullable AccountId person) {}

    /** Why there is more or less. */
    enum Reason {
        /** 加工: it was used up, or made. */
        PROCESSING,
        /** 盘点更正: a count found something else, or an entry was wrong. */
        CORRECTION,
        /** 购入: the delivery of a deal was accepted. */
        PURCHASE
    }
}
