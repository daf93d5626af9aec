package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.Bid.Kind;
import io.xunshi.platform.auction.domain.BidDecision.BidAccepted;
import io.xunshi.platform.auction.domain.BidDecision.BidRefused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An English auction (英式拍卖) as far as a bid changes it. A bid is judged by this alone: the clock of the moment at which
 * it is written counts, and the order in which bids are.
 *
 * @param endsAt the first moment at which no bid is taken, as late bids have moved it
 * @param extensions how often they have
 * @param bids how many were taken
 * @param leader null before the first bid
 */
public record EnglishAuction(
        EnglishTerms terms,
        Instant endsAt,
        int extensions,
        int bids,
        @Nullable Leader leader) implements Bidding {

    /** One that takes its first bid next. */
    public static EnglishAuction opened(EnglishTerms terms, Instant endsAt) {
        return new EnglishAuction(terms, endsAt, 0, 0, null);
    }

    @Override
    public AuctionFormat format() {
        return AuctionFormat.ENGLISH;
    }

    @Override
    public LotQuantity lot() {
        return terms.lot();
    }

    /** What a bid must at least be, fen per unit. */
    public long leastFen() {
        return leader == null ? terms.startFen() : terms.leastOver(leader.priceFen());
    }

    /** What the leader would have to pay, or where bidding starts. */
    @Override
    public long priceFen() {
        return leader == null ? terms.startFen() : leader.priceFen();
    }

    @Override
    public List<Award> winners() {
        return leader == null
                ? List.of()
                : List.of(new Award(Place.WINNER, leader.paddle(), lot().amount(), leader.priceFen()));
    }

    /**
     * What becomes of an offer.
     *
     * @param now the server's clock while nobody else can write a bid
     */
    public BidDecision judge(Offer offer, Bidder bidder, Instant now) {
        return refusalOf(offer, bidder, now)
                .<BidDecision>map(reason -> new BidRefused(reason, leastFor(offer.paddle())))
                .orElseGet(() -> taken(offer, now));
    }

    /** What somebody must at least offer: who is ahead a higher ceiling, everybody else a higher price. */
    public long leastFor(int paddle) {
        return leader != null && leader.paddle() == paddle ? leader.ceilingFen() + terms.tickFen() : leastFen();
    }

    /** The same bid taken once more, without asking who may bid. */
    BidAccepted again(Bid bid) {
        return taken(new Offer(bid.paddle(), bid.amountFen(), bid.ceilingFen(), bid.ownStepFen(), true), bid.at());
    }

    private Optional<Refusal> refusalOf(Offer offer, Bidder bidder, Instant now) {
        return refusalOfMoment(now)
                .or(bidder::refusal)
                .or(() -> isAhead(offer.paddle()) ? refusalOfRaise(offer) : refusalOfBid(offer))
                .or(() -> refusalOfSteps(offer))
                .or(() -> needsConfirmation(offer) ? Optional.of(Refusal.UNCONFIRMED) : Optional.empty());
    }

    private Optional<Refusal> refusalOfMoment(Instant now) {
        return now.isBefore(endsAt) ? Optional.empty() : Optional.of(Refusal.NOT_OPEN);
    }

    private Optional<Refusal> refusalOfRaise(Offer offer) {
        return leader != null && offer.ceilingFen() > leader.ceilingFen()
                ? Optional.empty()
                : Optional.of(Refusal.CEILING_NOT_RAISED);
    }

    private Optional<Refusal> refusalOfBid(Offer offer) {
        if (amountOf(offer) < leastFen() || offer.ceilingFen() < leastFen()) {
            return Optional.of(Refusal.TOO_LOW);
        }
        return offer.ceilingFen() < amountOf(offer) ? Optional.of(Refusal.CEILING_BELOW_AMOUNT) : Optional.empty();
    }

    private Optional<Refusal> refusalOfSteps(Offer offer) {
        if (!terms.isOnTick(offer.ceilingFen()) || !terms.isOnTick(amountOf(offer))) {
            return Optional.of(Refusal.OFF_TICK);
        }
        var ownStep = offer.ownStepFen();
        if (Math.max(offer.ceilingFen(), ownStep == null ? 0 : ownStep) > PRICE_MAX_FEN) {
            return Optional.of(Refusal.BEYOND_LIMIT);
        }
        if (ownStep == null || ownStep >= terms.stepOver(priceFen()) && terms.isOnTick(ownStep)) {
            return Optional.empty();
        }
        return Optional.of(terms.isOnTick(ownStep) ? Refusal.OWN_STEP_TOO_SMALL : Refusal.OFF_TICK);
    }

    /** The ceiling is what binds, so a digit too many there is as dear as one in the amount. */
    private boolean needsConfirmation(Offer offer) {
        return !offer.confirmed() && offer.ceilingFen() >= terms.fatFingerFactor() * priceFen();
    }

    private BidAccepted taken(Offer offer, Instant now) {
        var before = leader;
        if (before != null && isAhead(offer.paddle())) {
            return recorded(
                    Kind.RAISE,
                    offer,
                    before.priceFen(),
                    new Leader(before.paddle(), before.priceFen(), offer.ceilingFen(), offer.ownStepFen()),
                    now);
        }
        return recorded(Kind.BID, offer, amountOf(offer), leaderAfter(before, offer), now);
    }

    private Leader leaderAfter(@Nullable Leader before, Offer offer) {
        var rival = new Leader(offer.paddle(), amountOf(offer), offer.ceilingFen(), offer.ownStepFen());
        if (before == null) {
            return rival;
        }
        return rival.ceilingFen() > before.ceilingFen()
                ? rival.at(rival.priceOver(before.ceilingFen(), terms))
                : before.at(before.answerTo(rival.ceilingFen(), terms));
    }

    /** A raise leaves the end where it is: it changes no price, so nobody needs time to answer it. */
    private BidAccepted recorded(Kind kind, Offer offer, long amountFen, Leader ahead, Instant now) {
        var end = kind == Kind.RAISE ? endsAt : terms.lateBids().endAfter(endsAt, extensions, now);
        var isLater = end.isAfter(endsAt);
        var after = new EnglishAuction(terms, end, isLater ? extensions + 1 : extensions, bids + 1, ahead);
        return new BidAccepted(
                after,
                new Bid(
                        after.bids,
                        offer.paddle(),
                        kind,
                        amountFen,
                        offer.ceilingFen(),
                        offer.ownStepFen(),
                        now,
                        ahead.priceFen(),
                        ahead.paddle(),
                        end));
    }

    private long amountOf(Offer offer) {
        return offer.amountFen() == null ? leastFen() : offer.amountFen();
    }

    boolean isAhead(int paddle) {
        return leader != null && leader.paddle() == paddle;
    }
}
