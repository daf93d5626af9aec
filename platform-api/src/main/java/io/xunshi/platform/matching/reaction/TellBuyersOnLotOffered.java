package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.LotEvents.LotOffered;
import io.xunshi.platform.matching.usecase.TellOfFitting;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who look for such goods hear that there are some. */
@Component
class TellBuyersOnLotOffered {
    private final TellOfFitting tellOfFitting;

    TellBuyersOnLotOffered(TellOfFitting tellOfFitting) {
        this.tellOfFitting = tellOfFitting;
    }

    @DomainEventHandler
    Mono<Void> on(LotOffered event) {
        return tellOfFitting.buyersOf(event.lotId(), event.eventId(), event.at());
    }
}
