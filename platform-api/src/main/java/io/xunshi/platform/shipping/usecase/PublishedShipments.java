package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.shipping.ShipmentView;
import io.xunshi.platform.shipping.Shipments;
import io.xunshi.platform.shipping.ShippingEvents.ShipmentActionWanted;
import io.xunshi.platform.shipping.ShippingLabel;
import io.xunshi.platform.shipping.ShippingProblem;
import io.xunshi.platform.shipping.domain.Address;
import io.xunshi.platform.shipping.domain.PostalAddress;
import io.xunshi.platform.shipping.domain.Shipment;
import io.xunshi.platform.shipping.storage.AddressRepository;
import io.xunshi.platform.shipping.storage.ShipmentRepository;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Answers other modules; what changes something joins their transactions. */
@Component
class PublishedShipments implements Shipments {
    private final ShipmentRepository shipments;
    private final AddressRepository addresses;
    private final ConvergeShipment convergeShipment;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedShipments(
            ShipmentRepository shipments,
            AddressRepository addresses,
            ConvergeShipment convergeShipment,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.shipments = shipments;
        this.addresses = addresses;
        this.convergeShipment = convergeShipment;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<String> provinceOf(AccountId owner, AddressId address) {
        return postal(owner, address).map(PostalAddress::province);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> prepare(UUID orderId, AccountId receiver, AddressId to, int weightGrams) {
        return postal(receiver, to)
                .map(address -> new Shipment(
                        ids.next(),
                        orderId,
                        weightGrams,
                        address,
                        null,
                        ShipmentState.PREPARED,
                        false,
                        null,
                        null,
                        false))
                .flatMap(shipment -> shipments.add(shipment, clock.instant()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wantBooked(UUID orderId, AccountId sender, AddressId from) {
        return postal(sender, from)
                .flatMap(address -> shipments.wantBooked(orderId, address))
                .flatMap(this::tellAction)
                .then(shipments.findByOrder(orderId))
                .filter(shipment -> !shipment.isVoidWanted() && shipment.state() != ShipmentState.VOIDED)
                .switchIfEmpty(Mono.error(ShippingProblem.NO_LABEL::raise))
                .then();
    }

    @Override
    public Mono<Void> hurry(UUID orderId) {
        return shipments
                .findByOrder(orderId)
                .map(Shipment::id)
                .flatMap(convergeShipment::converge)
                .onErrorComplete();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> wantVoided(UUID orderId) {
        return shipments.wantVoided(orderId).flatMap(this::tellAction);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> declareLost(UUID orderId) {
        return shipments.declareLost(orderId);
    }

    @Override
    public Mono<ShipmentView> find(UUID orderId) {
        return shipments
                .findByOrder(orderId)
                .flatMap(shipment ->
                        shipments.eventsOf(shipment.id()).collectList().map(shipment::view));
    }

    @Override
    public Mono<ShippingLabel> label(UUID orderId) {
        return shipments
                .findByOrder(orderId)
                .filter(shipment -> shipment.state() == ShipmentState.BOOKED)
                .mapNotNull(PublishedShipments::label)
                .switchIfEmpty(Mono.error(ShippingProblem.NO_LABEL::raise));
    }

    private Mono<PostalAddress> postal(AccountId owner, AddressId id) {
        return addresses
                .find(owner, id)
                .map(Address::at)
                .switchIfEmpty(Mono.error(ShippingProblem.ADDRESS_UNKNOWN::raise));
    }

    private Mono<Void> tellAction(UUID shipment) {
        return events.publish(new ShipmentActionWanted(ids.next(), clock.instant(), shipment));
    }

    private static @Nullable ShippingLabel label(Shipment shipment) {
        var waybill = shipment.waybill();
        var sortingCode = shipment.sortingCode();
        var from = shipment.from();
        var to = shipment.to();
        return waybill == null || sortingCode == null || from == null || to == null
                ? null
                : new ShippingLabel(waybill, sortingCode, shipment.weightGrams(), from.onLabel(), to.onLabel());
    }
}
