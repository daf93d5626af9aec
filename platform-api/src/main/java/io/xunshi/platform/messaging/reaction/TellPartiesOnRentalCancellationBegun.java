package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalCancellationBegun;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody has to come. */
@Component
class TellPartiesOnRentalCancellationBegun {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalCancellationBegun(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalCancellationBegun event) {
        return tellRentalParties.tell(RentalNews.CANCELLATION_BEGUN, event);
    }
}
