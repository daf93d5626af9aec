package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderParcelMoved;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever looks at the order sees where the parcel is; it is no news worth a card. */
@Component
class RefreshPagesOnOrderParcelMoved {
    private final TellParties tellParties;

    RefreshPagesOnOrderParcelMoved(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderParcelMoved event) {
        return tellParties.refresh(event);
    }
}
