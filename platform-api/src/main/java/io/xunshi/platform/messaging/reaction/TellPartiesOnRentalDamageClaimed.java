package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalDamageClaimed;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The tenant has to answer, or owes it. */
@Component
class TellPartiesOnRentalDamageClaimed {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalDamageClaimed(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalDamageClaimed event) {
        return tellRentalParties.tell(RentalNews.DAMAGE_CLAIMED, event);
    }
}
