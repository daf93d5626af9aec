package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.TellParties;
import io.xunshi.platform.order.OrderEvents.DisputeMoved;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both sides see each step of a dispute in their conversation; whoever did not take it is notified. */
@Component
class TellPartiesOnDisputeMoved {
    private final TellParties tellParties;

    TellPartiesOnDisputeMoved(TellParties tellParties) {
        this.tellParties = tellParties;
    }

    @DomainEventHandler
    Mono<Void> on(DisputeMoved event) {
        return tellParties.tell(event);
    }
}
