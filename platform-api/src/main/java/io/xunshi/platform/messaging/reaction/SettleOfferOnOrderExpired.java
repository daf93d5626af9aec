package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.SettleOffer;
import io.xunshi.platform.order.OrderEvents.OrderExpired;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has agreed on a price and not paid it; sellers see how often. */
@Component
class SettleOfferOnOrderExpired {
    private final SettleOffer settleOffer;

    SettleOfferOnOrderExpired(SettleOffer settleOffer) {
        this.settleOffer = settleOffer;
    }

    @DomainEventHandler
    Mono<Void> on(OrderExpired event) {
        return settleOffer.leftUnpaid(event.order().orderId());
    }
}
