package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.BundleProblem;
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
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What buyer and seller may do with a purchase of theirs. For anybody else it does not exist. */
@Component
public class ChangeOrder {
    private static final Set<OrderState> HANDED_OVER_FROM = Set.of(OrderState.PAID, OrderState.HANDED_OVER);

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

    /**
     * The buyer before paying; either side until the goods are handed over. What was bought together is paid together
     * or not at all, so before that all of it is called off; what waits for one parcel is called off as a bundle, which
     * {@link BundleProblem#SENT_TOGETHER} says.
     */
    public Mono<Order> cancel(AccountId person, OrderId id, String reason) {
        return own(person, id)
                .delayUntil(
                        order -> onlyIf(order.buyer().equals(person) || order.state() != OrderState.AWAITING_PAYMENT))
                .delayUntil(ChangeOrder::checkNotInBundledParcel)
                .flatMap(order -> cancelledWith(order)
                        .flatMap(several -> moveOrder.moveTogether(
                                several, afterCancellation(order.state()), cancelledBy(person, order), reason))
                        .flatMap(moved -> the(order, moved)))
                .as(transaction::transactional);
    }

    private Mono<List<Order>> cancelledWith(Order order) {
        return order.state() == OrderState.AWAITING_PAYMENT
                ? togetherWith(order, Set.of(OrderState.AWAITING_PAYMENT))
                : Mono.just(List.of(order));
    }

    private static Mono<Void> checkNotInBundledParcel(Order order) {
        return order.part() != null && order.state() == OrderState.AWAITING_SHIPMENT
                ? Mono.error(BundleProblem.SENT_TOGETHER.raise())
                : Mono.empty();
    }

    /**
     * The seller types the code that the buyer shows: that is proof, and ends the purchase, and those with it that were
     * bought together.
     */
    public Mono<Order> handOverWithCode(AccountId person, OrderId id, String pickupCode) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.seller().equals(person)))
                .delayUntil(this::checkHandOverPossible)
                .delayUntil(this::checkTransferred)
                .delayUntil(order -> checkCode(order, pickupCode))
                .flatMap(order -> togetherWith(order, HANDED_OVER_FROM)
                        .delayUntil(several -> Flux.fromIterable(several).concatMap(this::checkTransferred))
                        .flatMap(several -> moveOrder.moveTogether(
                                several, OrderState.COMPLETED, StepCause.PICKUP_CODE_GIVEN, null))
                        .flatMap(moved -> the(order, moved))
                        .as(transaction::transactional));
    }

    /** The seller says so without proof, of all that was bought together; the buyer has days to object. */
    public Mono<Order> claimHandOver(AccountId person, OrderId id) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.seller().equals(person)))
                .flatMap(order -> claimedWith(order)
                        .flatMap(several -> moveOrder.moveTogether(
                                several, OrderState.HANDED_OVER, StepCause.SELLER_CLAIMED_HANDOVER, null))
                        .flatMap(moved -> the(order, moved)))
                .as(transaction::transactional);
    }

    /**
     * The buyer says that the vehicle stands in their name in the register. Until then the code alone ends nothing: who
     * has the keys is not yet its owner.
     */
    public Mono<Order> confirmTransfer(AccountId person, OrderId id) {
        return own(person, id)
                .delayUntil(order -> onlyIf(order.buyer().equals(person)))
                .filter(Order::needsTransfer)
                .switchIfEmpty(Mono.error(OrderProblem.NO_TRANSFER_NEEDED::raise))
                .flatMap(order -> orders.confirmTransfer(id, clock.instant()))
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise));
    }

    /** For a registered vehicle the buyer says with it that it stands in their name. */
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

    private Mono<List<Order>> claimedWith(Order order) {
        return order.state() == OrderState.PAID
                ? togetherWith(order, Set.of(OrderState.PAID))
                : Mono.error(OrderProblem.WRONG_STATE.raise());
    }

    /** The order, and those that were bought together with it and stand in such a state. */
    private Mono<List<Order>> togetherWith(Order order, Set<OrderState> states) {
        var part = order.part();
        return part == null
                ? Mono.just(List.of(order))
                : orders.lockTogether(part.bundle().value())
                        .map(all -> all.stream()
                                .filter(one -> states.contains(one.state()))
                                .toList());
    }

    private static Mono<Order> the(Order order, List<Order> moved) {
        return Flux.fromIterable(moved)
                .filter(one -> one.id().equals(order.id()))
                .next()
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise));
    }

    private Mono<Order> own(AccountId person, OrderId id) {
        return MoveOrder.visibleTo(person, orders.find(id));
    }

    private Mono<Void> checkHandOverPossible(Order order) {
        return HANDED_OVER_FROM.contains(order.state()) ? Mono.empty() : Mono.error(OrderProblem.WRONG_STATE.raise());
    }

    private Mono<Void> checkTransferred(Order order) {
        return order.lacksTransfer() ? Mono.error(OrderProblem.TRANSFER_NOT_CONFIRMED.raise()) : Mono.empty();
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
    static OrderState afterCancellation(OrderState state) {
        return switch (state) {
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

    static StepCause cancelledBy(AccountId person, Order order) {
        return order.buyer().equals(person) ? StepCause.BUYER_CANCELLED : StepCause.SELLER_CANCELLED;
    }

    static Mono<Void> onlyIf(boolean allowed) {
        return allowed ? Mono.empty() : Mono.error(OrderProblem.NOT_YOURS_TO_DO.raise());
    }

    private static boolean isEqual(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
