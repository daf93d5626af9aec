package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.SettleOffer;
import io.xunshi.platform.order.OrderEvents.OrderCancelled;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has agreed on a price and called it off; sellers see how often. */
@Component
class SettleOfferOnOrderCancelled {
    private final SettleOffer settleOffer;

    SettleOfferOnOrderCancelled(SettleOffer settleOffer) {
        this.settleOffer = settleOffer;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCancelled event) {
        return settleOffer.leftUnpaid(event.order().orderId());
    }
}
