package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftDrawn;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who was not the first learns so, and can recompute it. */
@Component
class TellAskersOnGiftDrawn {
    private final TellGiftPeople tellGiftPeople;

    TellAskersOnGiftDrawn(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftDrawn event) {
        return tellGiftPeople.tell(NotificationKind.GIFT_DRAWN, event, GiftRole.ASKER, event.waiting());
    }
}
