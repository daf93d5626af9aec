package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderShipped;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer hears that the parcel is on its way. */
@Component
class TellPartiesOnOrderShipped {
    private final TellParties tellParties;

    TellPartiesOnOrderShipped(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipped event) {
        return tellParties.tell(OrderNews.SHIPPED, event);
    }
}
