package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.usecase.FollowDeals;
import io.xunshi.platform.deal.DealEvents.DealLapsed;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A contract that was not signed in time costs who did not sign it, and may go to who bid next. */
@Component
class ClimbDefaultLadderOnDealLapsed {
    private final FollowDeals followDeals;

    ClimbDefaultLadderOnDealLapsed(FollowDeals followDeals) {
        this.followDeals = followDeals;
    }

    @DomainEventHandler
    Mono<Void> on(DealLapsed event) {
        return followDeals.lapsed(event.dealId(), event.buyerSigned());
    }
}
