package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.RentalNews;
import io.xunshi.platform.messaging.usecase.TellRentalParties;
import io.xunshi.platform.order.RentalEvents.RentalDamageContested;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The owner learns that an officer decides. */
@Component
class TellPartiesOnRentalDamageContested {
    private final TellRentalParties tellRentalParties;

    TellPartiesOnRentalDamageContested(TellRentalParties tellRentalParties) {
        this.tellRentalParties = tellRentalParties;
    }

    @DomainEventHandler
    Mono<Void> on(RentalDamageContested event) {
        return tellRentalParties.tell(RentalNews.DAMAGE_CONTESTED, event);
    }
}
