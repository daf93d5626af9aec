package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.OrderNews;
import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.OrderParcelLost;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both hear that nobody loses money by it. */
@Component
class TellPartiesOnOrderParcelLost {
    private final TellParties tellParties;

    TellPartiesOnOrderParcelLost(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(OrderParcelLost event) {
        return tellParties.tell(OrderNews.PARCEL_LOST, event);
    }
}
