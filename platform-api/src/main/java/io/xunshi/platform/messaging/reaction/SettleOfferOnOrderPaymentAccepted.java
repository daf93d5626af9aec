package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.SettleOffer;
import io.xunshi.platform.order.OrderEvents.OrderPaymentAccepted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has kept the agreement. */
@Component
class SettleOfferOnOrderPaymentAccepted {
    private final SettleOffer settleOffer;

    SettleOfferOnOrderPaymentAccepted(SettleOffer settleOffer) {
        this.settleOffer = settleOffer;
    }

    @DomainEventHandler
    Mono<Void> on(OrderPaymentAccepted event) {
        return settleOffer.paid(event.order().orderId());
    }
}
