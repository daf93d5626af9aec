package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderHandedOver;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer hears what the seller says, and has days to object. */
@Component
class TellPartiesOnOrderHandedOver {
    private final TellParties tellParties;

    TellPartiesOnOrderHandedOver(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderHandedOver event) {
        return tellParties.tell(OrderNews.HANDED_OVER, event);
    }
}
