package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderCompleted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both hear that all is done. */
@Component
class TellPartiesOnOrderCompleted {
    private final TellParties tellParties;

    TellPartiesOnOrderCompleted(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCompleted event) {
        return tellParties.tell(OrderNews.COMPLETED, event);
    }
}
