package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.usecase.TellSwapParties;
import io.xunshi.platform.order.SwapEvents.SwapMoved;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A swap took a step that the others have to know of. */
@Component
class TellPartiesOnSwapMoved {
    private final TellSwapParties tellSwapParties;

    TellPartiesOnSwapMoved(TellSwapParties tellSwapParties) {
        this.tellSwapParties = tellSwapParties;
    }

    @DomainEventHandler
    Mono<Void> on(SwapMoved event) {
        return tellSwapParties.tell(event);
    }
}
