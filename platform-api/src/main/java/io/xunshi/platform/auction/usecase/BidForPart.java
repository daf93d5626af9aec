package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Bidding;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.DutchAuction.Decision.NotTaken;
import io.xunshi.platform.auction.domain.DutchAuction.Decision.Taken;
import io.xunshi.platform.auction.domain.PartBid;
import io.xunshi.platform.auction.domain.Refusal;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.domain.YankeeAuction;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Placed;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Refused;
import io.xunshi.platform.auction.storage.PartBidRepository;
import io.xunshi.platform.auction.usecase.HearBidder.Caller;
import io.xunshi.platform.auction.usecase.HearBidder.Heard;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes some of a lot at a falling clock, or bids for some of it. */
@Component
public class BidForPart {
    private final HearBidder hearBidder;
    private final PartBidRepository bids;

    BidForPart(HearBidder hearBidder, PartBidRepository bids) {
        this.hearBidder = hearBidder;
        this.bids = bids;
    }

    /**
     * Takes a quantity at what the clock says while this is written. Raises one problem for each {@link Refusal}, with
     * what could be taken.
     */
    public Mono<Sale> take(AccountId person, AuctionId id, OrganisationId bidder, long quantity) {
        return hearBidder.hear(
                new Caller(person, id, bidder),
                DutchAuction.class,
                AuctionState::takesBids,
                heard -> take(heard, quantity));
    }

    private Mono<Sale> take(Heard<DutchAuction> heard, long quantity) {
        return switch (heard.bidding().take(heard.paddle(), quantity, heard.bidder(), heard.now())) {
            case Taken taken -> write(heard, taken.after(), PartBid.of(taken.take()));
            case NotTaken refused ->
                Mono.error(heard.problem(refused.reason()).with("quantityLeft", refused.quantityLeft()));
        };
    }

    /** Bids, or improves the bid that stands. Raises one problem for each {@link Refusal}, with the least price. */
    public Mono<Sale> bid(AccountId person, AuctionId id, WantedPart wanted) {
        return hearBidder.hear(
                new Caller(person, id, wanted.bidder()),
                YankeeAuction.class,
                AuctionState::takesBids,
                heard -> bid(heard, wanted));
    }

    private Mono<Sale> bid(Heard<YankeeAuction> heard, WantedPart wanted) {
        var decision = heard.bidding()
                .place(
                        heard.paddle(),
                        wanted.priceFen(),
                        wanted.quantity(),
                        wanted.takesLess(),
                        heard.bidder(),
                        heard.now());
        return switch (decision) {
            case Placed placed -> write(heard, placed.after(), PartBid.of(placed.bid()));
            case Refused refused -> Mono.error(heard.problem(refused.reason()).with("leastFen", refused.leastFen()));
        };
    }

    private Mono<Sale> write(Heard<?> heard, Bidding after, PartBid bid) {
        var caller = heard.caller();
        return hearBidder.write(
                heard, after, bids.add(caller.auction(), bid, caller.person()), SealedLine.of(caller.auction(), bid));
    }

    /**
     * What an organisation wants of a lot.
     *
     * @param priceFen fen per unit
     * @param quantity grams or pieces
     * @param takesLess whether it is content with less where not enough is left
     */
    public record WantedPart(OrganisationId bidder, long priceFen, long quantity, boolean takesLess) {}
}
