package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.auction.AuctionEvents.AuctionDecided;
import io.xunshi.platform.auction.Auctions;
import io.xunshi.platform.auction.EnglishRecord;
import io.xunshi.platform.surveillance.domain.Fact.EnglishBidding;
import io.xunshi.platform.surveillance.domain.Fact.RaisedPrice;
import io.xunshi.platform.surveillance.storage.EnglishBiddingRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes how an English auction went. Joins the caller's transaction. */
@Component
public class NoteBidding {
    private final Auctions auctions;
    private final EnglishBiddingRepository facts;

    NoteBidding(Auctions auctions, EnglishBiddingRepository facts) {
        this.auctions = auctions;
        this.facts = facts;
    }

    public Mono<Void> decided(AuctionDecided event) {
        return auctions.englishRecord(event.auctionId())
                .map(went -> fact(event, went))
                .flatMap(facts::add);
    }

    private static EnglishBidding fact(AuctionDecided event, EnglishRecord went) {
        return new EnglishBidding(
                event.auctionId().value(),
                event.auction().code(),
                event.at(),
                event.auction().hash(),
                went.seller(),
                went.materialCode(),
                went.opensAt(),
                went.endedAt(),
                went.startFen(),
                went.winner(),
                went.bids().stream()
                        .map(bid -> new RaisedPrice(bid.bidder(), bid.at(), bid.priceFen()))
                        .toList());
    }
}
