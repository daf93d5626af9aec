package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.BundleProblem;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.ShippingLabel;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What buyer and seller may do with all that was bought together. A step is taken by those of its orders that can take
 * it; the others have gone a way of their own, and stay where they are.
 */
@Component
public class ChangeBundle {
    private static final Set<OrderState> CALLED_OFF_FROM =
            Set.of(OrderState.AWAITING_PAYMENT, OrderState.PAID, OrderState.AWAITING_SHIPMENT);
    private static final Set<OrderState> RECEIVED_FROM =
            Set.of(OrderState.PAID, OrderState.HANDED_OVER, OrderState.IN_TRANSIT, OrderState.DELIVERED);
    private static final Set<OrderState> HANDED_OVER_FROM = Set.of(OrderState.PAID, OrderState.HANDED_OVER);

    private final OrderRepository orders;
    private final ChangeOrder changeOrder;
    private final ShipOrder shipOrder;
    private final MoveOrder moveOrder;
    private final TransactionalOperator transaction;

    ChangeBundle(
            OrderRepository orders,
            ChangeOrder changeOrder,
            ShipOrder shipOrder,
            MoveOrder moveOrder,
            TransactionalOperator transaction) {
        this.orders = orders;
        this.changeOrder = changeOrder;
        this.shipOrder = shipOrder;
        this.moveOrder = moveOrder;
        this.transaction = transaction;
    }

    /** Asks the provider again where the buyer can pay. */
    public Mono<Void> retryPayment(AccountId person, BundleId id) {
        return one(person, id, Set.of(OrderState.AWAITING_PAYMENT))
                .flatMap(order -> changeOrder.retryPayment(person, order.id()))
                .then();
    }

    /** The buyer before paying; either side until the goods are handed over. */
    public Mono<Void> cancel(AccountId person, BundleId id, String reason) {
        return locked(person, id, CALLED_OFF_FROM)
                .delayUntil(
                        waiting -> ChangeOrder.onlyIf(waiting.getFirst().buyer().equals(person)
                                || waiting.getFirst().state() != OrderState.AWAITING_PAYMENT))
                .flatMap(waiting -> moveOrder.moveTogether(
                        waiting,
                        ChangeOrder.afterCancellation(waiting.getFirst().state()),
                        ChangeOrder.cancelledBy(person, waiting.getFirst()),
                        reason))
                .as(transaction::transactional)
                .then();
    }

    /** As {@link ChangeOrder#handOverWithCode}. */
    public Mono<Void> handOverWithCode(AccountId person, BundleId id, String pickupCode) {
        return one(person, id, HANDED_OVER_FROM)
                .flatMap(order -> changeOrder.handOverWithCode(person, order.id(), pickupCode))
                .then();
    }

    /** As {@link ChangeOrder#claimHandOver}. */
    public Mono<Void> claimHandOver(AccountId person, BundleId id) {
        return one(person, id, Set.of(OrderState.PAID))
                .flatMap(order -> changeOrder.claimHandOver(person, order.id()))
                .then();
    }

    /** The buyer has all that has not gone a way of its own. */
    public Mono<Void> confirmReceipt(AccountId person, BundleId id) {
        return locked(person, id, RECEIVED_FROM)
                .delayUntil(
                        waiting -> ChangeOrder.onlyIf(waiting.getFirst().buyer().equals(person)))
                .flatMap(waiting ->
                        moveOrder.moveTogether(waiting, OrderState.COMPLETED, StepCause.BUYER_CONFIRMED_RECEIPT, null))
                .as(transaction::transactional)
                .then();
    }

    /** As {@link ShipOrder#askForLabel}. */
    public Mono<Void> askForLabel(AccountId person, BundleId id, AddressId from) {
        return one(person, id, Set.of(OrderState.AWAITING_SHIPMENT))
                .flatMap(order -> shipOrder.askForLabel(person, order.id(), from))
                .then();
    }

    /** As {@link ShipOrder#label}. */
    public Mono<ShippingLabel> label(AccountId person, BundleId id) {
        return one(person, id, Set.of(OrderState.AWAITING_SHIPMENT))
                .flatMap(order -> shipOrder.label(person, order.id()));
    }

    /** One that stands for all of them. */
    private Mono<Order> one(AccountId person, BundleId id, Set<OrderState> states) {
        return orders.findOf(id)
                .filter(order -> order.concerns(person))
                .collectList()
                .filter(own -> !own.isEmpty())
                .switchIfEmpty(Mono.error(BundleProblem.NOT_FOUND::raise))
                .map(own -> own.stream()
                        .filter(order -> states.contains(order.state()))
                        .findFirst()
                        .orElseThrow(OrderProblem.WRONG_STATE::raise));
    }

    private Mono<List<Order>> locked(AccountId person, BundleId id, Set<OrderState> states) {
        return one(person, id, states)
                .then(Mono.defer(() -> orders.lockTogether(id.value())))
                .map(all -> all.stream()
                        .filter(order -> states.contains(order.state()))
                        .toList())
                .filter(waiting -> !waiting.isEmpty())
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise));
    }
}
