package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderPaid;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The money is safe: now the two have to meet. */
@Component
class TellPartiesOnOrderPaid {
    private final TellParties tellParties;

    TellPartiesOnOrderPaid(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderPaid event) {
        return tellParties.tell(OrderNews.PAID, event);
    }
}
