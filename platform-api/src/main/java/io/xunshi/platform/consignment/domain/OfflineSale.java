package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cash sale that a till made without a connection, and what came of it.
 *
 * @param id the till's; sent again under it, it is the same sale
 * @param price what the till showed, and the buyer paid
 * @param soldAt by the till's clock
 * @param sentBy who was at the till when the connection was back
 * @param orderCode the online purchase that gave way; null unless one did
 */
public record OfflineSale(
        UUID id,
        UUID itemId,
        String itemCode,
        String title,
        Money price,
        Money received,
        AccountId soldBy,
        Instant soldAt,
        AccountId sentBy,
        Instant bookedAt,
        Outcome outcome,
        @Nullable String orderCode) {

    /** The same sale with its outcome. */
    public OfflineSale ended(Outcome how, @Nullable String order) {
        return new OfflineSale(
                id, itemId, itemCode, title, price, received, soldBy, soldAt, sentBy, bookedAt, how, order);
    }

    /** Whether a till that sends it again means the same. */
    public boolean isSame(OfflineSale other) {
        return itemId.equals(other.itemId)
                && price.equals(other.price)
                && received.equals(other.received)
                && soldBy.equals(other.soldBy);
    }

    /** What came of it. In every case the cash is in the books of the drawer. */
    public enum Outcome {
        /** Nobody else wanted it. */
        BOOKED,
        /** Somebody had bought it online meanwhile: their purchase is called off and paid back in full. */
        BOOKED_OVER_ORDER,
        /** Its term was over meanwhile; the consignor gets the share all the same. */
        BOOKED_AFTER_TERM,
        /** It had been sold or had left before: the cash stands as a difference that somebody has to explain. */
        NOT_BOOKED
    }
}
