package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderExpired;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both hear that nobody paid in time. */
@Component
class TellPartiesOnOrderExpired {
    private final TellParties tellParties;

    TellPartiesOnOrderExpired(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderExpired event) {
        return tellParties.tell(OrderNews.EXPIRED, event);
    }
}
