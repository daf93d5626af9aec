package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderDelivered;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer has days to look at what came; the seller hears that it came. */
@Component
class TellPartiesOnOrderDelivered {
    private final TellParties tellParties;

    TellPartiesOnOrderDelivered(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderDelivered event) {
        return tellParties.tell(OrderNews.DELIVERED, event);
    }
}
