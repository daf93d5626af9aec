package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftChoiceDue;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody who asked waits for the giver now. */
@Component
class TellGiverOnGiftChoiceDue {
    private final TellGiftPeople tellGiftPeople;

    TellGiverOnGiftChoiceDue(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftChoiceDue event) {
        return tellGiftPeople.tell(
                NotificationKind.GIFT_CHOICE_DUE,
                event,
                GiftRole.GIVER,
                List.of(event.gift().giver()));
    }
}
