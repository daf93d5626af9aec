package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalOverdue;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every day costs from now on. */
@Component
class TellPartiesOnRentalOverdue {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalOverdue(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalOverdue event) {
        return tellRentalParties.tell(RentalNews.OVERDUE, event);
    }
}
