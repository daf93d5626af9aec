package io.xunshi.platform.surveillance.reaction;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.surveillance.usecase.NoteDeal;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes who has sold to whom. */
@Component
class NoteDealOnDealSigned {
    private final NoteDeal noteDeal;

    NoteDealOnDealSigned(NoteDeal noteDeal) {
        this.noteDeal = noteDeal;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        return noteDeal.signed(event);
    }
}
