package io.xunshi.platform.messaging.reaction;

import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.messaging.domain.GiftRole;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.usecase.TellGiftPeople;
import io.xunshi.platform.order.GiftEvents.GiftAsked;
import java.util.List;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Only the first one, and only where its promise does not say it anyway: givers must not drown in news. */
@Component
class TellGiverOnGiftAsked {
    private final TellGiftPeople tellGiftPeople;

    TellGiverOnGiftAsked(TellGiftPeople tellGiftPeople) {
        this.tellGiftPeople = tellGiftPeople;
    }

    @DomainEventHandler
    Mono<Void> on(GiftAsked event) {
        return event.number() == 1 && event.gift().choice() != GiftChoice.FIRST_COME
                ? tellGiftPeople.tell(
                        NotificationKind.GIFT_ASKED,
                        event,
                        GiftRole.GIVER,
                        List.of(event.gift().giver()))
                : Mono.empty();
    }
}
