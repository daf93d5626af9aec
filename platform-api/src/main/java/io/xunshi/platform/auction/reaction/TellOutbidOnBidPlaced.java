package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.AuctionEvents.BidPlaced;
import io.xunshi.platform.auction.usecase.TellBidders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is outbid can answer. */
@Component
class TellOutbidOnBidPlaced {
    private final TellBidders tellBidders;

    TellOutbidOnBidPlaced(TellBidders tellBidders) {
        this.tellBidders = tellBidders;
    }

    @DomainEventHandler
    Mono<Void> on(BidPlaced event) {
        return tellBidders.outbid(event);
    }
}
