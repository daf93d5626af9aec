package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftPromised;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** It is to be fetched. */
@Component
class TellPeopleOnGiftPromised {
    private final TellGiftPeople tellGiftPeople;

    TellPeopleOnGiftPromised(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftPromised event) {
        return tellGiftPeople
                .tell(NotificationKind.GIFT_PROMISED, event, GiftRole.RECEIVER, List.of(event.receiver()))
                .then(tellGiftPeople.tell(
                        NotificationKind.GIFT_PROMISED,
                        event,
                        GiftRole.GIVER,
                        List.of(event.gift().giver())));
    }
}
