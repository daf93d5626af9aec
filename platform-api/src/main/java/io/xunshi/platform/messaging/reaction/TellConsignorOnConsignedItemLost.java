package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.ConsignedItemLost;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellConsignor;
import io.xunshi.platform.messaging.usecase.TellConsignor.Consigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Their thing is gone, and the point owes them for it. */
@Component
class TellConsignorOnConsignedItemLost {
    private final TellConsignor tellConsignor;

    TellConsignorOnConsignedItemLost(TellConsignor tellConsignor) {
        this.tellConsignor = tellConsignor;
    }

    @DomainEventHandler
    Mono<Void> on(ConsignedItemLost event) {
        return tellConsignor.tell(
                NotificationKind.CONSIGNMENT_LOST,
                new Consigned(event.itemId(), event.consignor(), event.agreementCode(), event.title()),
                event.eventId(),
                event.at());
    }
}
