package io.xunshi.platform.order.reaction;

import io.xunshi.platform.order.usecase.FollowShipment;
import io.xunshi.platform.shipping.ShippingEvents.ShipmentMoved;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The order goes where its parcel is. */
@Component
class FollowParcelOnShipmentMoved {
    private final FollowShipment followShipment;

    FollowParcelOnShipmentMoved(FollowShipment followShipment) {
        this.followShipment = followShipment;
    }

    @DomainEventHandler
    Mono<Void> on(ShipmentMoved event) {
        return followShipment.follow(event.orderId());
    }
}
