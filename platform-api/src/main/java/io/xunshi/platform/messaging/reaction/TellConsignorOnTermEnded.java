package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.TermEnded;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellConsignor;
import io.xunshi.platform.messaging.usecase.TellConsignor.Consigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** It waits for them, and they are told again while it does. */
@Component
class TellConsignorOnTermEnded {
    private final TellConsignor tellConsignor;

    TellConsignorOnTermEnded(TellConsignor tellConsignor) {
        this.tellConsignor = tellConsignor;
    }

    @DomainEventHandler
    Mono<Void> on(TermEnded event) {
        return tellConsignor.tell(
                NotificationKind.CONSIGNMENT_ENDED,
                new Consigned(event.itemId(), event.consignor(), event.agreementCode(), event.title()),
                event.eventId(),
                event.at());
    }
}
