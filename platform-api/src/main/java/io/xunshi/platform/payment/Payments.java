package io.xunshi.platform.payment;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about money. What changes something joins the caller's transaction. */
public interface Payments {

    /** Records that an order is to be paid. Nothing is asked of the provider yet. */
    Mono<PaymentView> request(UUID orderId, AccountId payer, Money amount, String description);

    /**
     * Makes sure that the provider knows of the payment, outside any transaction; may be repeated. Raises
     * {@link PaymentProblem#PROVIDER_UNAVAILABLE}.
     */
    Mono<PaymentView> start(PaymentId id);

    Mono<PaymentView> findByOrder(UUID orderId);

    /** Wants the authorised money taken into escrow. It will be, however often the provider has to be asked. */
    Mono<Void> wantCaptured(PaymentId id);

    /** Wants the money back with the payer, whether it was taken yet or not. */
    Mono<Void> wantGivenBack(PaymentId id);

    /**
     * Moves an order's escrow to the seller, less the fee; for a seller who sells for others, into trust. Posted once,
     * however often it is told.
     *
     * @param price what was captured
     * @param fee what the platform keeps, at most the price
     */
    Mono<Void> releaseEscrow(UUID orderId, AccountId seller, Money price, Money fee);

    /** All postings of an order, oldest first. */
    Flux<PostingView> postingsOf(UUID orderId);
}
