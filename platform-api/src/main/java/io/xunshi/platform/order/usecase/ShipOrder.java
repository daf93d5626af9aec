package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.Shipments;
import io.xunshi.platform.shipping.ShippingLabel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a seller send what was paid for: a label is asked for once, whoever presses how often. A carrier that does not
 * answer leaves the order waiting, and is asked again by itself. What was bought together goes into one parcel, under
 * one label.
 */
@Component
public class ShipOrder {
    private final OrderRepository orders;
    private final Listings listings;
    private final Shipments shipments;
    private final TransactionalOperator transaction;

    ShipOrder(OrderRepository orders, Listings listings, Shipments shipments, TransactionalOperator transaction) {
        this.orders = orders;
        this.listings = listings;
        this.shipments = shipments;
        this.transaction = transaction;
    }

    /**
     * Raises {@link OrderProblem#WRONG_STATE}, what {@link Shipments#wantBooked} raises, and what today's rules say
     * against letting the goods change hands: the carrier is not asked first.
     *
     * @param from the seller's address, where the parcel goes back to if it must
     */
    public Mono<Order> askForLabel(AccountId seller, OrderId id, AddressId from) {
        return toSend(seller, id)
                .delayUntil(this::checkGoods)
                .delayUntil(order -> shipments.wantBooked(order.parcel(), seller, from))
                .as(transaction::transactional)
                .delayUntil(order -> shipments.hurry(order.parcel()));
    }

    /** Raises {@link io.xunshi.platform.shipping.ShippingProblem#NO_LABEL} before there is one, and afterwards. */
    public Mono<ShippingLabel> label(AccountId seller, OrderId id) {
        return toSend(seller, id).flatMap(order -> shipments.label(order.parcel()));
    }

    /** All that goes into the parcel. */
    private Mono<Void> checkGoods(Order order) {
        var part = order.part();
        var inParcel = part == null ? Flux.just(order) : orders.findOf(part.bundle());
        return inParcel.filter(one -> one.state() == OrderState.AWAITING_SHIPMENT)
                .concatMap(one -> listings.checkHandover(
                        new ListingId(one.listingId()), one.snapshot().categoryCode()))
                .then();
    }

    private Mono<Order> toSend(AccountId seller, OrderId id) {
        return MoveOrder.visibleTo(seller, orders.find(id))
                .filter(order -> order.seller().equals(seller))
                .switchIfEmpty(Mono.error(OrderProblem.NOT_YOURS_TO_DO::raise))
                .filter(order -> order.state() == OrderState.AWAITING_SHIPMENT)
                .switchIfEmpty(Mono.error(OrderProblem.WRONG_STATE::raise));
    }
}
