package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionMoved;
import io.xunshi.platform.auction.usecase.TellBidders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who has not won can bid elsewhere. */
@Component
class TellWhoHaveLostOnAuctionMoved {
    private final TellBidders tellBidders;

    TellWhoHaveLostOnAuctionMoved(TellBidders tellBidders) {
        this.tellBidders = tellBidders;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionMoved event) {
        return tellBidders.whoHaveLost(event);
    }
}
