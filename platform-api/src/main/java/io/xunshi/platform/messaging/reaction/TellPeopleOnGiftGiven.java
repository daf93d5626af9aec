package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftGiven;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** It has a new owner, and the others need not wait. */
@Component
class TellPeopleOnGiftGiven {
    private final TellGiftPeople tellGiftPeople;

    TellPeopleOnGiftGiven(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftGiven event) {
        return tellGiftPeople
                .tell(NotificationKind.GIFT_GIVEN, event, GiftRole.RECEIVER, List.of(event.receiver()))
                .then(tellGiftPeople.tell(
                        NotificationKind.GIFT_GIVEN,
                        event,
                        GiftRole.GIVER,
                        List.of(event.gift().giver())))
                .then(tellGiftPeople.tell(NotificationKind.GIFT_ENDED, event, GiftRole.ASKER, event.waiting()));
    }
}
