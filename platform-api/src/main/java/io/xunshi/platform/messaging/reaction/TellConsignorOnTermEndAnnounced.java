package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.TermEndAnnounced;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellConsignor;
import io.xunshi.platform.messaging.usecase.TellConsignor.Consigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** They can fetch it, or let happen what they chose. */
@Component
class TellConsignorOnTermEndAnnounced {
    private final TellConsignor tellConsignor;

    TellConsignorOnTermEndAnnounced(TellConsignor tellConsignor) {
        this.tellConsignor = tellConsignor;
    }

    @DomainEventHandler
    Mono<Void> on(TermEndAnnounced event) {
        return tellConsignor.tell(
                NotificationKind.CONSIGNMENT_END_AHEAD,
                new Consigned(event.itemId(), event.consignor(), event.agreementCode(), event.title()),
                event.eventId(),
                event.at());
    }
}
