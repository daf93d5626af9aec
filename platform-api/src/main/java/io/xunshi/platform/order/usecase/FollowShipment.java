package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.order.OrderEvents.OrderParcelMoved;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.ShipmentView;
import io.xunshi.platform.shipping.Shipments;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves orders as their parcels move. What is heard is only a reason to look where the parcel is now, so news may come
 * late, twice and in any order.
 */
@Component
public class FollowShipment {
    private final OrderRepository orders;
    private final MoveOrder moveOrder;
    private final Shipments shipments;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    FollowShipment(
            OrderRepository orders,
            MoveOrder moveOrder,
            Shipments shipments,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.orders = orders;
        this.moveOrder = moveOrder;
        this.shipments = shipments;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does nothing for an order whose goods change hands in person. */
    @Transactional
    public Mono<Void> follow(OrderId id) {
        return orders.find(id)
                .flatMap(order -> shipments
                        .find(id.value())
                        .flatMap(shipment -> noteFailure(order, shipment).flatMap(noted -> follow(noted, shipment))));
    }

    private Mono<Void> follow(Order order, ShipmentView shipment) {
        return switch (order.state()) {
            case AWAITING_SHIPMENT ->
                shipment.state().isPickedUp()
                        ? go(order, OrderState.IN_TRANSIT, StepCause.CARRIER_PICKED_UP, shipment)
                        : refresh(order);
            case CANCELLING_SHIPMENT -> followCancellation(order, shipment);
            case IN_TRANSIT -> followParcel(order, shipment);
            case AWAITING_PAYMENT,
                    COLLECTING,
                    PAID,
                    DELIVERED,
                    HANDED_OVER,
                    DISPUTED,
                    COMPLETED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> Mono.empty();
        };
    }

    /** Who came first, who called it off or who took the parcel in, the carrier has decided. */
    private Mono<Void> followCancellation(Order order, ShipmentView shipment) {
        if (shipment.state() == ShipmentState.VOIDED) {
            return moveOrder
                    .move(order, OrderState.CANCELLING, StepCause.LABEL_VOIDED)
                    .then();
        }
        return shipment.state().isPickedUp()
                ? go(order, OrderState.IN_TRANSIT, StepCause.CARRIER_PICKED_UP, shipment)
                : Mono.empty();
    }

    private Mono<Void> followParcel(Order order, ShipmentView shipment) {
        return switch (shipment.state()) {
            case DELIVERED ->
                moveOrder
                        .move(order, OrderState.DELIVERED, StepCause.CARRIER_DELIVERED)
                        .then();
            case LOST ->
                moveOrder
                        .move(order, OrderState.CANCELLING, StepCause.PARCEL_LOST)
                        .then();
            case IN_TRANSIT ->
                orders.prolong(order.id(), clock.instant().plus(OrderTimer.MOVE.after()))
                        .then(refresh(order));
            case PREPARED, BOOKING, BOOKED, VOIDED -> Mono.empty();
        };
    }

    /** The parcel may be further than one step. */
    private Mono<Void> go(Order order, OrderState to, StepCause cause, ShipmentView shipment) {
        return moveOrder
                .move(order, to, cause)
                .flatMap(moved -> orders.find(moved.id()))
                .flatMap(
                        moved -> shipment.state() == ShipmentState.IN_TRANSIT ? Mono.empty() : follow(moved, shipment));
    }

    private Mono<Order> noteFailure(Order order, ShipmentView shipment) {
        var delivery = order.delivery();
        var hasFailed = shipment.isDamaged() || shipment.state() == ShipmentState.LOST;
        return delivery != null && hasFailed && !delivery.hasCarrierFailed()
                ? orders.putCarrier(order.id(), delivery.isCarrierPaid(), true)
                : Mono.just(order);
    }

    private Mono<Void> refresh(Order order) {
        return events.publish(new OrderParcelMoved(ids.next(), clock.instant(), order.facts()));
    }
}
