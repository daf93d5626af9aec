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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
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

    /**
     * Does nothing for an order whose goods change hands in person.
     *
     * @param parcel the order's id, or that of a bundle, whose things are in one parcel
     */
    @Transactional
    public Mono<Void> follow(UUID parcel) {
        return orders.lockTogether(parcel)
                .flatMap(inParcel -> shipments
                        .find(parcel)
                        .flatMap(shipment -> Flux.fromIterable(inParcel)
                                .concatMap(order -> noteFailure(order, shipment))
                                .collectList()
                                .flatMapIterable(FollowShipment::byState)
                                .concatMap(standing -> follow(standing, shipment))
                                .then()));
    }

    /** The same for one order of whatever is in the parcel; those who have locked it need not wait for the others. */
    @Transactional
    public Mono<Void> followAlone(OrderId id) {
        return orders.find(id)
                .flatMap(order -> shipments
                        .find(order.parcel())
                        .flatMap(shipment ->
                                noteFailure(order, shipment).flatMap(noted -> follow(List.of(noted), shipment))));
    }

    private static Collection<List<Order>> byState(List<Order> inParcel) {
        return inParcel.stream()
                .collect(Collectors.groupingBy(Order::state, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** @param standing orders that stand in the same state */
    private Mono<Void> follow(List<Order> standing, ShipmentView shipment) {
        return switch (standing.getFirst().state()) {
            case AWAITING_SHIPMENT ->
                shipment.state().isPickedUp()
                        ? go(standing, OrderState.IN_TRANSIT, StepCause.CARRIER_PICKED_UP, shipment)
                        : refresh(standing);
            case CANCELLING_SHIPMENT -> followCancellation(standing, shipment);
            case IN_TRANSIT -> followParcel(standing, shipment);
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
    private Mono<Void> followCancellation(List<Order> standing, ShipmentView shipment) {
        if (shipment.state() == ShipmentState.VOIDED) {
            return moveOrder
                    .moveTogether(standing, OrderState.CANCELLING, StepCause.LABEL_VOIDED, null)
                    .then();
        }
        return shipment.state().isPickedUp()
                ? go(standing, OrderState.IN_TRANSIT, StepCause.CARRIER_PICKED_UP, shipment)
                : Mono.empty();
    }

    private Mono<Void> followParcel(List<Order> standing, ShipmentView shipment) {
        return switch (shipment.state()) {
            case DELIVERED ->
                moveOrder
                        .moveTogether(standing, OrderState.DELIVERED, StepCause.CARRIER_DELIVERED, null)
                        .then();
            case LOST ->
                moveOrder
                        .moveTogether(standing, OrderState.CANCELLING, StepCause.PARCEL_LOST, null)
                        .then();
            case IN_TRANSIT ->
                Flux.fromIterable(standing)
                        .concatMap(order ->
                                orders.prolong(order.id(), clock.instant().plus(OrderTimer.MOVE.after())))
                        .then(refresh(standing));
            case PREPARED, BOOKING, BOOKED, VOIDED -> Mono.empty();
        };
    }

    /** The parcel may be further than one step. */
    private Mono<Void> go(List<Order> standing, OrderState to, StepCause cause, ShipmentView shipment) {
        return moveOrder
                .moveTogether(standing, to, cause, null)
                .flatMapIterable(moved -> moved)
                .concatMap(moved -> orders.find(moved.id()))
                .collectList()
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

    private Mono<Void> refresh(List<Order> standing) {
        return Flux.fromIterable(standing)
                .concatMap(order -> events.publish(new OrderParcelMoved(ids.next(), clock.instant(), order.facts())))
                .then();
    }
}
