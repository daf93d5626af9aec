package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Material that came into a stock account or left it. Never changed afterwards: what was wrong is corrected by another
 * movement.
 *
 * @param quantity grams or pieces; negative for what left, never zero
 * @param source null unless it is a receipt
 * @param reference the receipt's number, the reason of a correction, or the code of what moved it
 * @param happenedOn the day in the city's time
 * @param lot null unless it was sold
 * @param holder the auction or the deal that it was sold by; null unless it was sold
 */
public record StockMovement(
        UUID id,
        OrganisationId organisation,
        String materialCode,
        Kind kind,
        long quantity,
        @Nullable Source source,
        String reference,
        LocalDate happenedOn,
        @Nullable LotId lot,
        @Nullable UUID holder,
        @Nullable AccountId enteredBy,
        Instant enteredAt) {

    /** Why stock changes. */
    public enum Kind {
        /** 进货: weighed in. */
        RECEIPT,
        /** 盘点更正: a count found more or less. */
        CORRECTION,
        /** 售出: a lot has a buyer. */
        SALE,
        /** 加工: used up, or made. */
        PROCESSING,
        /** 购入: the delivery of a deal was accepted. */
        PURCHASE
    }
}
