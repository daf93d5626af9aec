package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.ShippingEvents.ShipmentMoved;
import io.xunshi.platform.shipping.domain.CarrierParcel;
import io.xunshi.platform.shipping.domain.Shipment;
import io.xunshi.platform.shipping.storage.ShipmentRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Brings a shipment to where it is wanted: asks the carrier the one thing that is missing, and writes down what it then
 * says. Whoever calls it, however often and at the same time, the same end is reached: the carrier knows a repetition
 * by the reference, and old answers change nothing here.
 */
@Component
public class ConvergeShipment {
    private final ShipmentRepository shipments;
    private final Carrier carrier;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ConvergeShipment(
            ShipmentRepository shipments,
            Carrier carrier,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.shipments = shipments;
        this.carrier = carrier;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does nothing where there is no such shipment. */
    public Mono<Void> converge(UUID id) {
        return shipments.find(id).flatMap(this::converge);
    }

    private Mono<Void> converge(Shipment shipment) {
        return switch (shipment.question()) {
            case NONE -> Mono.empty();
            case NONE_BUT_VOID -> voidUnbooked(shipment.id()).as(transaction::transactional);
            case BOOK -> carrier.book(shipment).flatMap(parcel -> remember(shipment.id(), parcel));
            case CANCEL -> cancel(shipment).flatMap(parcel -> remember(shipment.id(), parcel));
            case FIND -> carrier.find(shipment.id()).flatMap(parcel -> remember(shipment.id(), parcel));
        };
    }

    /**
     * A booking may be under way that the carrier has not heard yet. Booking first leaves nothing that could come to
     * life later.
     */
    private Mono<CarrierParcel> cancel(Shipment shipment) {
        return carrier.cancel(shipment.id())
                .switchIfEmpty(Mono.defer(() -> carrier.book(shipment).then(carrier.cancel(shipment.id()))));
    }

    private Mono<Void> voidUnbooked(UUID id) {
        return shipments
                .lock(id)
                .filter(locked -> locked.state() == ShipmentState.PREPARED)
                .delayUntil(locked -> shipments.putState(id, ShipmentState.VOIDED))
                .flatMap(locked -> events.publish(news(locked, ShipmentState.VOIDED)));
    }

    private Mono<Void> remember(UUID id, CarrierParcel parcel) {
        return shipments
                .lock(id)
                .flatMap(locked -> shipments
                        .putParcel(id, locked.after(parcel), parcel)
                        .then(shipments.addEvents(id, parcel.events()))
                        .filter(added -> added > 0 || locked.after(parcel) != locked.state())
                        .flatMap(added -> events.publish(news(locked, locked.after(parcel)))))
                .as(transaction::transactional);
    }

    private ShipmentMoved news(Shipment shipment, ShipmentState state) {
        return new ShipmentMoved(ids.next(), clock.instant(), shipment.id(), shipment.orderId(), state);
    }
}
