package io.xunshi.platform.tender.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderFailed;
import io.xunshi.platform.tender.usecase.TellTraders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who quoted that nothing comes of it. */
@Component
class TellSuppliersOnTenderFailed {
    private final TellTraders tellTraders;

    TellSuppliersOnTenderFailed(TellTraders tellTraders) {
        this.tellTraders = tellTraders;
    }

    @DomainEventHandler
    Mono<Void> on(TenderFailed event) {
        return tellTraders.failed(event.tenderId(), event.eventId());
    }
}
