package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalSettled;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Both have what is theirs. */
@Component
class TellPartiesOnRentalSettled {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalSettled(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalSettled event) {
        return tellRentalParties.tell(RentalNews.SETTLED, event);
    }
}
