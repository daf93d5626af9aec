package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A sale over the counter for cash (柜台销售).
 *
 * @param code what its receipt says, <code>C…</code>
 * @param received what the buyer gave
 */
public record CounterSale(
        UUID id, String code, UUID itemId, String itemCode, String title, Money price, Money received, Instant at) {

    public Money change() {
        return received.minus(price);
    }
}
