package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Refusal;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.domain.SealedRound.Decision.Refused;
import io.xunshi.platform.auction.domain.SealedRound.Decision.Stored;
import io.xunshi.platform.auction.storage.SealedBidRepository;
import io.xunshi.platform.auction.usecase.HearBidder.Caller;
import io.xunshi.platform.auction.usecase.HearBidder.Heard;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands in a sealed bid, of which nobody but the bidder knows anything, and opens it after the end. */
@Component
public class BidSealed {
    private final HearBidder hearBidder;
    private final SealedBidRepository bids;

    BidSealed(HearBidder hearBidder, SealedBidRepository bids) {
        this.hearBidder = hearBidder;
        this.bids = bids;
    }

    /**
     * Raises one problem for each {@link Refusal}.
     *
     * @param commitment see {@link io.xunshi.platform.auction.domain.Commitment#toSealedBid}
     */
    public Mono<Sale> handIn(AccountId person, AuctionId id, OrganisationId bidder, String commitment) {
        return hearBidder.hear(
                new Caller(person, id, bidder),
                SealedAuction.class,
                AuctionState::takesBids,
                heard -> handIn(heard, commitment));
    }

    private Mono<Sale> handIn(Heard<SealedAuction> heard, String commitment) {
        var auction = heard.bidding();
        return switch (auction.round().commit(heard.paddle(), commitment, heard.bidder(), heard.now())) {
            case Stored stored -> {
                var caller = heard.caller();
                var bid = stored.after().bids().getLast();
                yield hearBidder.write(
                        heard,
                        auction.with(stored.after()),
                        bids.add(caller.auction(), auction.roundNumber(), bid, caller.person()),
                        SealedLine.of(caller.auction(), auction.roundNumber(), bid));
            }
            case Refused refused -> Mono.error(heard.problem(refused.reason()));
        };
    }

    /**
     * Raises one problem for each {@link Refusal}.
     *
     * @param amountFen fen per unit
     * @param nonce hexadecimal
     */
    public Mono<Sale> open(AccountId person, AuctionId id, OrganisationId bidder, long amountFen, String nonce) {
        return hearBidder.hear(
                new Caller(person, id, bidder),
                SealedAuction.class,
                AuctionState::takesOpenings,
                heard -> open(heard, amountFen, nonce));
    }

    private Mono<Sale> open(Heard<SealedAuction> heard, long amountFen, String nonce) {
        var auction = heard.bidding();
        return switch (auction.round().reveal(heard.paddle(), amountFen, nonce, heard.now())) {
            case Stored stored ->
                hearBidder.write(
                        heard,
                        auction.with(stored.after()),
                        bids.open(
                                heard.caller().auction(),
                                auction.roundNumber(),
                                heard.paddle(),
                                amountFen,
                                nonce,
                                heard.now()));
            case Refused refused -> Mono.error(heard.problem(refused.reason()));
        };
    }
}
