package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.ConsignedItemSold;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellConsignor;
import io.xunshi.platform.messaging.usecase.TellConsignor.Consigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Their share waits for them. */
@Component
class TellConsignorOnConsignedItemSold {
    private final TellConsignor tellConsignor;

    TellConsignorOnConsignedItemSold(TellConsignor tellConsignor) {
        this.tellConsignor = tellConsignor;
    }

    @DomainEventHandler
    Mono<Void> on(ConsignedItemSold event) {
        return tellConsignor.tell(
                NotificationKind.CONSIGNMENT_SOLD,
                new Consigned(event.itemId(), event.consignor(), event.agreementCode(), event.title()),
                event.eventId(),
                event.at());
    }
}
