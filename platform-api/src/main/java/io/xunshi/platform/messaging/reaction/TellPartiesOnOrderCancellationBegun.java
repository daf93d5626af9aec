package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderCancellationBegun;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both hear that it is called off, and that the money is on its way back. */
@Component
class TellPartiesOnOrderCancellationBegun {
    private final TellParties tellParties;

    TellPartiesOnOrderCancellationBegun(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCancellationBegun event) {
        return tellParties.tell(OrderNews.CANCELLATION_BEGUN, event);
    }
}
