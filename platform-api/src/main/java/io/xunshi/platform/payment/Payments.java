package io.xunshi.platform.payment;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask and tell about money. What changes something joins the caller's transaction. */
public interface Payments {

    /** Records that a purchase is to be paid. Nothing is asked of the provider yet. */
    Mono<PaymentView> request(UUID orderId, AccountId payer, Money amount, String description);

    /**
     * Records that something is to be paid. Nothing is asked of the provider yet.
     *
     * @param orderId the purchase or the rental
     */
    Mono<PaymentView> request(UUID orderId, PaymentPurpose purpose, AccountId payer, Money amount, String description);

    /**
     * Records that several purchases are to be paid at once, together or not at all. Once it is taken each has an
     * escrow of its own, is found, refunded and shared out by its own id, and never gives back more than its part.
     *
     * @param bundleId what the payment is found by, and the provider's news of it are told of
     * @param parts what of the payment is each order's, at least two
     */
    Mono<PaymentView> requestTogether(UUID bundleId, AccountId payer, Map<UUID, Money> parts, String description);

    /**
     * Makes sure that the provider knows of the payment, outside any transaction; may be repeated. Raises
     * {@link PaymentProblem#PROVIDER_UNAVAILABLE}.
     */
    Mono<PaymentView> start(PaymentId id);

    /** The payment of an order, be it only a part of it; also that of several, by what they have in common. */
    Mono<PaymentView> findByOrder(UUID orderId);

    /** Wants the authorised money taken into escrow. It will be, however often the provider has to be asked. */
    Mono<Void> wantCaptured(PaymentId id);

    /** Wants the money back with the payer, whether it was taken yet or not. */
    Mono<Void> wantGivenBack(PaymentId id);

    /**
     * Wants what was paid for an order back with its payer. A part of a payment that was taken goes back by itself, and
     * {@link PaymentEvents.RefundPaid} of the order's own id says so; of a payment that was not taken yet nobody can
     * let a part go, so all of it is.
     */
    Mono<Void> wantGivenBack(UUID orderId);

    /** Joins the escrow of an order to that of another that it belongs to. Posted once. */
    Mono<Void> moveEscrow(UUID fromOrderId, UUID toOrderId, Money amount);

    /** Moves a deposit (押金) out of an order's escrow into an account of its own. Posted once. */
    Mono<Void> setDepositAside(UUID orderId, Money deposit);

    /**
     * Ends the deposit of an order: what the payer shall have goes back into escrow, from where it can be given back;
     * the rest goes to the owner of the thing without a fee. Posted once. Raises
     * {@link PaymentProblem#INSUFFICIENT_BALANCE} where the two are more than was set aside.
     */
    Mono<Void> endDeposit(UUID orderId, Money toPayer, AccountId owner, Money toOwner);

    /**
     * Moves an order's escrow to the seller, less the fee; for a seller who sells for others, into trust. Posted once,
     * however often it is told.
     *
     * @param price what was captured
     * @param fee what the platform keeps, at most the price
     */
    Mono<Void> releaseEscrow(UUID orderId, AccountId seller, Money price, Money fee);

    /**
     * Gives a part of an order's escrow back to its payer. It leaves escrow at once and reaches the payer however often
     * the provider has to be asked; then {@link PaymentEvents.RefundPaid} says so. Posted once for each reason; all
     * refunds of an order together are never more than was paid for it. Raises
     * {@link PaymentProblem#INSUFFICIENT_BALANCE} where escrow holds less, {@link PaymentProblem#NOT_REFUNDABLE} where
     * nothing was captured or everything is wanted back anyway.
     *
     * @param reason the caller's id of why, once
     * @throws IllegalArgumentException for an amount that is not positive, or for a reason that was given for another
     */
    Mono<Void> refund(UUID orderId, Money amount, UUID reason);

    /**
     * Moves a part of an order's escrow to somebody, less the fee. Posted once for each reason. Raises
     * {@link PaymentProblem#INSUFFICIENT_BALANCE} where escrow holds less.
     *
     * @param amount leaves escrow, positive
     * @param fee what the platform keeps of it, at most the amount
     * @param reason the caller's id of why, once
     */
    Mono<Void> shareEscrow(UUID orderId, Payee payee, Money amount, Money fee, UUID reason);

    /**
     * Takes what was released back into escrow: the price less the fee from the seller's balance, the fee from the
     * platform. Posted once for each reason. Raises {@link PaymentProblem#INSUFFICIENT_BALANCE} where the seller's
     * balance holds less.
     */
    Mono<Void> recallEscrow(UUID orderId, AccountId seller, Money price, Money fee, UUID reason);

    /** Pays the carrier out of an order's escrow: it has the parcel. Posted once. */
    Mono<Void> payCarrier(UUID orderId, Money shipping);

    /** Takes that back into escrow, once, for a parcel that was lost or damaged. */
    Mono<Void> returnFromCarrier(UUID orderId, Money shipping);

    /** The carrier owes the seller for what it lost or damaged. Posted once. */
    Mono<Void> compensateFromCarrier(UUID orderId, AccountId seller, Money amount);

    /**
     * Fills an order's escrow up with shipping that the seller has to bear: from the seller's balance as far as it
     * goes, the rest from the platform. Posted once for each reason.
     *
     * @param amount positive
     */
    Mono<Void> bearShipping(UUID orderId, AccountId seller, Money amount, UUID reason);

    /** All postings of an order, oldest first. */
    Flux<PostingView> postingsOf(UUID orderId);
}
