package io.xunshi.platform.tender.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderPublished;
import io.xunshi.platform.tender.usecase.TellTraders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells those whom a tender is for, where it is not for everybody. */
@Component
class TellInvitedOnTenderPublished {
    private final TellTraders tellTraders;

    TellInvitedOnTenderPublished(TellTraders tellTraders) {
        this.tellTraders = tellTraders;
    }

    @DomainEventHandler
    Mono<Void> on(TenderPublished event) {
        return tellTraders.published(event.tenderId(), event.eventId());
    }
}
