package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftDeclined;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Somebody else will come, if anybody. */
@Component
class TellGiverOnGiftDeclined {
    private final TellGiftPeople tellGiftPeople;

    TellGiverOnGiftDeclined(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftDeclined event) {
        return tellGiftPeople.tell(
                NotificationKind.GIFT_DECLINED,
                event,
                GiftRole.GIVER,
                List.of(event.gift().giver()));
    }
}
