package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderPlaced;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller hears that somebody has the item held; the two have a conversation from now on. */
@Component
class TellPartiesOnOrderPlaced {
    private final TellParties tellParties;

    TellPartiesOnOrderPlaced(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderPlaced event) {
        return tellParties.tell(OrderNews.PLACED, event);
    }
}
