package io.xunshi.platform.order.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves orders as their money moves. The rule for late payments: money that becomes ready after its hold has ended is
 * taken if the item is still there, and given back at once if it is not; either way the buyer never pays for something
 * that somebody else has.
 */
@Component
public class FollowPayment {
    private final OrderRepository orders;
    private final MoveOrder moveOrder;
    private final Listings listings;
    private final Payments payments;

    FollowPayment(OrderRepository orders, MoveOrder moveOrder, Listings listings, Payments payments) {
        this.orders = orders;
        this.moveOrder = moveOrder;
        this.listings = listings;
        this.payments = payments;
    }

    @Transactional
    public Mono<Void> authorized(OrderId id) {
        return orders.find(id).flatMap(order -> switch (order.state()) {
            case AWAITING_PAYMENT ->
                moveOrder
                        .move(order, OrderState.COLLECTING, StepCause.PAID_IN_TIME)
                        .then();
            case EXPIRED -> revive(order);
            case CANCELLED -> giveBack(order);
            case COLLECTING,
                    PAID,
                    AWAITING_SHIPMENT,
                    CANCELLING_SHIPMENT,
                    IN_TRANSIT,
                    DELIVERED,
                    HANDED_OVER,
                    DISPUTED,
                    COMPLETED,
                    CANCELLING -> Mono.empty();
        });
    }

    @Transactional
    public Mono<Void> captured(OrderId id) {
        return orders.find(id)
                .filter(order -> order.state() == OrderState.COLLECTING)
                .flatMap(order -> moveOrder.move(
                        order,
                        order.delivery() == null ? OrderState.PAID : OrderState.AWAITING_SHIPMENT,
                        StepCause.MONEY_IN_ESCROW))
                .then();
    }

    /** Voided or refunded: either way the buyer has the money. */
    @Transactional
    public Mono<Void> givenBack(OrderId id) {
        return orders.find(id)
                .filter(order -> order.state() == OrderState.CANCELLING)
                .flatMap(order -> moveOrder.move(order, OrderState.CANCELLED, StepCause.MONEY_RETURNED))
                .then();
    }

    private Mono<Void> revive(Order order) {
        return listings.reserve(
                        new ListingId(order.listingId()),
                        order.buyer(),
                        order.id().value(),
                        order.count())
                .hasElement()
                .flatMap(held -> held
                        ? moveOrder
                                .move(order, OrderState.COLLECTING, StepCause.PAID_LATE)
                                .then()
                        : giveBack(order));
    }

    private Mono<Void> giveBack(Order order) {
        return payments.findByOrder(order.id().value()).map(PaymentView::id).flatMap(payments::wantGivenBack);
    }
}
