package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderCancelled;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both hear that it was called off before anybody paid. */
@Component
class TellPartiesOnOrderCancelled {
    private final TellParties tellParties;

    TellPartiesOnOrderCancelled(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCancelled event) {
        return tellParties.tell(OrderNews.CANCELLED, event);
    }
}
