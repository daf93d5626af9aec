package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.Payments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What buyer and seller may do with a purchase of theirs. For anybody else it does not exist. */
@Component
public class ChangeOrder {
    private final OrderRepository orders;
    private final MoveOrder moveOrder;
    private final Payments payments;
    private final OrderSettings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeOrder(
            OrderRepository orders,
            MoveOrder moveOrder,
            Payments payments,
            OrderSettings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.orders = orders;
        this.moveOrder = moveOrder;
        this.payments = payments;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks the provider again where the buyer can pay. */
    public Mono<Order> retryPayment(AccountId person, OrderId id) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.buyer().equals(person)))
                .filter(order -> order.state() == OrderState.AWAITING_PAYMENT)
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise))
                .delayUntil(order -> payments.findByOrder(id.value()).flatMap(payment -> payments.start(payment.id())));
    }

    /** The buyer before paying; either side until the goods are handed over. */
    public Mono<Order> cancel(AccountId person, OrderId id, String reason) {
        return own(person, id)
                .delayUntil(
                        order -> onlyIf(order.buyer().equals(person) || order.state() != OrderState.AWAITING_PAYMENT))
                .flatMap(order -> moveOrder.move(order, afterCancellation(order), cancelledBy(person, order), reason))
                .as(transaction::transactional);
    }

    /** The seller types the code that the buyer shows: that is proof, and ends the purchase. */
    public Mono<Order> handOverWithCode(AccountId person, OrderId id, String pickupCode) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.seller().equals(person)))
                .delayUntil(this::checkHandOverPossible)
                .delayUntil(order -> checkCode(order, pickupCode))
                .flatMap(order -> moveOrder
                        .move(order, OrderState.COMPLETED, StepCause.PICKUP_CODE_GIVEN)
                        .as(transaction::transactional));
    }

    /** The seller says so without proof; the buyer has days to object. */
    public Mono<Order> claimHandOver(AccountId person, OrderId id) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.seller().equals(person)))
                .flatMap(order -> moveOrder.move(order, OrderState.HANDED_OVER, StepCause.SELLER_CLAIMED_HANDOVER))
                .as(transaction::transactional);
    }

    public Mono<Order> confirmReceipt(AccountId person, OrderId id) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.buyer().equals(person)))
                .delayUntil(this::checkReceiptPossible)
                .flatMap(order -> moveOrder.move(order, OrderState.COMPLETED, StepCause.BUYER_CONFIRMED_RECEIPT))
                .as(transaction::transactional);
    }

    /** The buyer contradicts the seller: the money stays in escrow, and only the code counts from now on. */
    public Mono<Order> object(AccountId person, OrderId id, String reason) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.buyer().equals(person)))
                .filter(order -> order.state() == OrderState.HANDED_OVER)
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise))
                .flatMap(order -> moveOrder.move(order, OrderState.PAID, StepCause.BUYER_OBJECTED, reason))
                .as(transaction::transactional);
    }

    private Mono<Order> own(AccountId person, OrderId id) {
        return MoveOrder.visibleTo(person, orders.find(id));
    }

    private Mono<Void> checkHandOverPossible(Order order) {
        return order.state() == OrderState.PAID || order.state() == OrderState.HANDED_OVER
                ? Mono.empty()
                : Mono.error(OrderProblem.WRONG_STATE.raise());
    }

    private Mono<Void> checkReceiptPossible(Order order) {
        return order.state() == OrderState.IN_TRANSIT || order.state() == OrderState.DELIVERED
                ? Mono.empty()
                : checkHandOverPossible(order);
    }

    /** Wrong tries are counted outside the transaction of the handover: a refusal must not undo the counting. */
    private Mono<Void> checkCode(Order order, String typed) {
        var lockedUntil = order.codeLockedUntil();
        if (lockedUntil != null && lockedUntil.isAfter(clock.instant())) {
            var seconds =
                    Math.max(1, Duration.between(clock.instant(), lockedUntil).toSeconds());
            return Mono.error(OrderProblem.PICKUP_CODE_LOCKED.raise(seconds).with("retryAfterSeconds", seconds));
        }
        if (isEqual(order.pickupCode(), typed)) {
            return Mono.empty();
        }
        return orders.countWrongCode(
                        order.id(), settings.codeTriesMax(), clock.instant().plus(settings.codePause()))
                .then(Mono.error(OrderProblem.PICKUP_CODE_WRONG::raise));
    }

    /** What is called off while a label may be out there waits for the carrier's word. */
    private static OrderState afterCancellation(Order order) {
        return switch (order.state()) {
            case AWAITING_PAYMENT -> OrderState.CANCELLED;
            case AWAITING_SHIPMENT -> OrderState.CANCELLING_SHIPMENT;
            case PAID -> OrderState.CANCELLING;
            case COLLECTING,
                    CANCELLING_SHIPMENT,
                    IN_TRANSIT,
                    DELIVERED,
                    HANDED_OVER,
                    DISPUTED,
                    COMPLETED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> throw OrderProblem.WRONG_STATE.raise();
        };
    }

    private static StepCause cancelledBy(AccountId person, Order order) {
        return order.buyer().equals(person) ? StepCause.BUYER_CANCELLED : StepCause.SELLER_CANCELLED;
    }

    private static Mono<Void> onlyIf(boolean allowed) {
        return allowed ? Mono.empty() : Mono.error(OrderProblem.NOT_YOURS_TO_DO.raise());
    }

    private static boolean isEqual(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
