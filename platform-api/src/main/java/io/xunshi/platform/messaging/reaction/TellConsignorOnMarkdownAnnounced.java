package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.MarkdownAnnounced;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellConsignor;
import io.xunshi.platform.messaging.usecase.TellConsignor.Consigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** They can come by and say no. */
@Component
class TellConsignorOnMarkdownAnnounced {
    private final TellConsignor tellConsignor;

    TellConsignorOnMarkdownAnnounced(TellConsignor tellConsignor) {
        this.tellConsignor = tellConsignor;
    }

    @DomainEventHandler
    Mono<Void> on(MarkdownAnnounced event) {
        return tellConsignor.tell(
                NotificationKind.CONSIGNMENT_MARKDOWN_AHEAD,
                new Consigned(event.itemId(), event.consignor(), event.agreementCode(), event.title()),
                event.eventId(),
                event.at());
    }
}
