package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionMoved;
import io.xunshi.platform.auction.usecase.TellBidders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A seller has to decide, or to sign. */
@Component
class TellSellerOnAuctionMoved {
    private final TellBidders tellBidders;

    TellSellerOnAuctionMoved(TellBidders tellBidders) {
        this.tellBidders = tellBidders;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionMoved event) {
        return tellBidders.seller(event);
    }
}
