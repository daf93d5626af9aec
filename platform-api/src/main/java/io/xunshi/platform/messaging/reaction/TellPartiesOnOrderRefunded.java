package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderRefunded;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The buyer hears that the money is back. */
@Component
class TellPartiesOnOrderRefunded {
    private final TellParties tellParties;

    TellPartiesOnOrderRefunded(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderRefunded event) {
        return tellParties.tell(OrderNews.REFUNDED, event);
    }
}
