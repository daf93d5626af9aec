package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalPaid;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The money is safe: the thing may be fetched on its first day. */
@Component
class TellPartiesOnRentalPaid {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalPaid(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalPaid event) {
        return tellRentalParties.tell(RentalNews.PAID, event);
    }
}
