package io.xunshi.platform.auction.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionMoved;
import io.xunshi.platform.auction.usecase.TellBidders;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A bid has to be opened or made once more, a contract to be signed. */
@Component
class TellWhoHaveToActOnAuctionMoved {
    private final TellBidders tellBidders;

    TellWhoHaveToActOnAuctionMoved(TellBidders tellBidders) {
        this.tellBidders = tellBidders;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionMoved event) {
        return tellBidders.whoHaveToAct(event);
    }
}
