package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderPaymentAccepted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever looks at the order sees that the money is coming; it is no news worth a card. */
@Component
class RefreshPagesOnOrderPaymentAccepted {
    private final TellParties tellParties;

    RefreshPagesOnOrderPaymentAccepted(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderPaymentAccepted event) {
        return tellParties.refresh(event);
    }
}
