package io.xunshi.platform.interest.reaction;

import io.xunshi.platform.interest.usecase.ReadHomeFeed;
import io.xunshi.platform.order.OrderEvents.OrderCompleted;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody bought says what they like. */
@Component
class RememberPurchaseOnOrderCompleted {
    private final ReadHomeFeed readHomeFeed;

    RememberPurchaseOnOrderCompleted(ReadHomeFeed readHomeFeed) {
        this.readHomeFeed = readHomeFeed;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCompleted event) {
        return readHomeFeed.rememberPurchase(event.order(), event.at());
    }
}
