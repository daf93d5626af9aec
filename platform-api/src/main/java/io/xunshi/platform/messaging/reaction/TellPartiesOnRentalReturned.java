package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalReturned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The owner has to look at it. */
@Component
class TellPartiesOnRentalReturned {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalReturned(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalReturned event) {
        return tellRentalParties.tell(RentalNews.RETURNED, event);
    }
}
