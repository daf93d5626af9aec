package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The money of stalls at market days (集市日). It goes from the buyer's hand to the seller's and never passes the
 * platform; the books know of it as the seller says it. All join the caller's transaction, and each is posted once for
 * its sale, however often it is told.
 */
public interface StallMoney {

    Mono<Void> sell(UUID saleId, UUID stall, Means means, Money price);

    /** The inverse of {@link #sell}: it was recorded wrongly. */
    Mono<Void> cancel(UUID saleId, UUID stall, Means means, Money price);

    /** How a buyer paid at a stall. */
    enum Means {
        CASH,
        /** 收款码: with the seller's own payment code. */
        CODE
    }
}
