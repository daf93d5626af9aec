package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftPromiseBroken;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody shall come in vain. */
@Component
class TellReceiverOnGiftPromiseBroken {
    private final TellGiftPeople tellGiftPeople;

    TellReceiverOnGiftPromiseBroken(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftPromiseBroken event) {
        return tellGiftPeople.tell(
                NotificationKind.GIFT_PROMISE_BROKEN, event, GiftRole.RECEIVER, List.of(event.receiver()));
    }
}
