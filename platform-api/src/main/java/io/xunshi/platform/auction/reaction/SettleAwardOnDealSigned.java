package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.usecase.FollowDeals;
import io.xunshi.platform.deal.DealEvents.DealSigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A winner who keeps their word has the deposit back. */
@Component
class SettleAwardOnDealSigned {
    private final FollowDeals followDeals;

    SettleAwardOnDealSigned(FollowDeals followDeals) {
        this.followDeals = followDeals;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        return followDeals.signed(event.dealId());
    }
}
