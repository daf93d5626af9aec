package io.xunshi.platform.surveillance.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionDecided;
import io.xunshi.platform.surveillance.usecase.NoteBidding;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes who has bid against whom. */
@Component
class NoteBiddingOnAuctionDecided {
    private final NoteBidding noteBidding;

    NoteBiddingOnAuctionDecided(NoteBidding noteBidding) {
        this.noteBidding = noteBidding;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionDecided event) {
        return noteBidding.decided(event);
    }
}
