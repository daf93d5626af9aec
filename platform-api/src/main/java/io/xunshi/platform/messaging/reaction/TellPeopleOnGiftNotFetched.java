package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftNotFetched;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The promise is over, and that is counted. */
@Component
class TellPeopleOnGiftNotFetched {
    private final TellGiftPeople tellGiftPeople;

    TellPeopleOnGiftNotFetched(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftNotFetched event) {
        return tellGiftPeople
                .tell(NotificationKind.GIFT_NOT_FETCHED, event, GiftRole.RECEIVER, List.of(event.receiver()))
                .then(tellGiftPeople.tell(
                        NotificationKind.GIFT_NOT_FETCHED,
                        event,
                        GiftRole.GIVER,
                        List.of(event.gift().giver())));
    }
}
