package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.BidDecision.BidAccepted;
import io.xunshi.platform.auction.domain.BidDecision.BidRefused;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Offer;
import io.xunshi.platform.auction.domain.Refusal;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.usecase.HearBidder.Caller;
import io.xunshi.platform.auction.usecase.HearBidder.Heard;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bids at an English auction. */
@Component
public class PlaceBid {
    private final HearBidder hearBidder;
    private final BidRepository bids;
    private final BidConfirmation confirmation;

    PlaceBid(HearBidder hearBidder, BidRepository bids, BidConfirmation confirmation) {
        this.hearBidder = hearBidder;
        this.bids = bids;
        this.confirmation = confirmation;
    }

    /** Raises one problem for each {@link Refusal}, with what would be enough. */
    public Mono<Placed> place(AccountId person, AuctionId id, WantedBid wanted) {
        return hearBidder.hear(
                new Caller(person, id, wanted.bidder()),
                EnglishAuction.class,
                AuctionState::takesBids,
                heard -> decide(heard, wanted));
    }

    private Mono<Placed> decide(Heard<EnglishAuction> heard, WantedBid wanted) {
        return switch (heard.bidding().judge(offer(heard, wanted), heard.bidder(), heard.now())) {
            case BidAccepted accepted -> write(heard, accepted);
            case BidRefused refused -> Mono.error(problem(heard, wanted, refused));
        };
    }

    private Offer offer(Heard<EnglishAuction> heard, WantedBid wanted) {
        return new Offer(
                heard.paddle(),
                wanted.amountFen(),
                wanted.ceilingFen(),
                wanted.ownStepFen(),
                confirmation.isFor(wanted.confirmation(), heard.sale().id(), wanted));
    }

    private Mono<Placed> write(Heard<EnglishAuction> heard, BidAccepted accepted) {
        var caller = heard.caller();
        return hearBidder
                .write(
                        heard,
                        accepted.after(),
                        bids.add(caller.auction(), accepted.bid(), caller.person()),
                        SealedLine.of(caller.auction(), accepted.bid()))
                .map(sale -> new Placed(sale, accepted.after(), accepted.bid()));
    }

    private ProblemException problem(Heard<EnglishAuction> heard, WantedBid wanted, BidRefused refused) {
        var problem = heard.problem(refused.reason());
        return switch (refused.reason()) {
            case TOO_LOW, CEILING_NOT_RAISED -> problem.with("leastFen", refused.leastFen());
            case UNCONFIRMED ->
                problem.with("confirmation", confirmation.of(heard.sale().id(), wanted))
                        .with("leastFen", refused.leastFen());
            default -> problem;
        };
    }

    /**
     * What an organisation wants to bid; all amounts in fen per unit.
     *
     * @param amountFen null for no more than it takes
     * @param ownStepFen null for the ladder's steps
     * @param confirmation the token that a refusal carried; null at first
     */
    public record WantedBid(
            OrganisationId bidder,
            @Nullable Long amountFen,
            long ceilingFen,
            @Nullable Long ownStepFen,
            @Nullable String confirmation) {}

    /** A bid that was taken, and the auction after it. */
    public record Placed(Sale sale, EnglishAuction auction, Bid bid) {}
}
