package io.xunshi.platform.tender.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderClosed;
import io.xunshi.platform.tender.usecase.TellTraders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the buyer that the quotes are open. */
@Component
class TellBuyerOnTenderClosed {
    private final TellTraders tellTraders;

    TellBuyerOnTenderClosed(TellTraders tellTraders) {
        this.tellTraders = tellTraders;
    }

    @DomainEventHandler
    Mono<Void> on(TenderClosed event) {
        return event.quotes() == 0
                ? Mono.empty()
                : tellTraders.closed(event.tenderId(), event.quotes(), event.eventId());
    }
}
