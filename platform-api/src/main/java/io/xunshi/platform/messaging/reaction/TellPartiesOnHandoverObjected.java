package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.HandoverObjected;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The seller hears that the buyer contradicts. */
@Component
class TellPartiesOnHandoverObjected {
    private final TellParties tellParties;

    TellPartiesOnHandoverObjected(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(HandoverObjected event) {
        return tellParties.tell(OrderNews.OBJECTED, event);
    }
}
