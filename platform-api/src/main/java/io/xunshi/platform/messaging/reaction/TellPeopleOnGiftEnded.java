package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftEvents.GiftEnded;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody waits in vain; the giver is told what they did not do themselves. */
@Component
class TellPeopleOnGiftEnded {
    private final TellGiftPeople tellGiftPeople;

    TellPeopleOnGiftEnded(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftEnded event) {
        var isNewsToGiver = event.cause() == GiftCause.NOT_CHOSEN_IN_TIME || event.cause() == GiftCause.NOBODY_LEFT;
        return tellGiftPeople
                .tell(NotificationKind.GIFT_ENDED, event, GiftRole.ASKER, event.waiting())
                .then(
                        isNewsToGiver
                                ? tellGiftPeople.tell(
                                        NotificationKind.GIFT_ENDED,
                                        event,
                                        GiftRole.GIVER,
                                        List.of(event.gift().giver()))
                                : Mono.empty());
    }
}
