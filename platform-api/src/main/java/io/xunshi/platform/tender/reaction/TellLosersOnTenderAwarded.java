package io.xunshi.platform.tender.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderAwarded;
import io.xunshi.platform.tender.usecase.TellTraders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who quoted in vain where they stood. */
@Component
class TellLosersOnTenderAwarded {
    private final TellTraders tellTraders;

    TellLosersOnTenderAwarded(TellTraders tellTraders) {
        this.tellTraders = tellTraders;
    }

    @DomainEventHandler
    Mono<Void> on(TenderAwarded event) {
        return tellTraders.awarded(event.tenderId(), event.eventId());
    }
}
