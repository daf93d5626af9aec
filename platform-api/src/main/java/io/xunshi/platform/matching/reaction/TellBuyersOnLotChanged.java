package io.xunshi.platform.matching.reaction;

import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.matching.usecase.TellOfFitting;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lot may fit now that did not before. */
@Component
class TellBuyersOnLotChanged {
    private final TellOfFitting tellOfFitting;

    TellBuyersOnLotChanged(TellOfFitting tellOfFitting) {
        this.tellOfFitting = tellOfFitting;
    }

    @DomainEventHandler
    Mono<Void> on(LotChanged event) {
        return tellOfFitting.buyersOf(event.lotId(), event.eventId(), event.at());
    }
}
