package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Placed;
import io.xunshi.platform.auction.domain.YankeeAuction.Decision.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A divisible lot for several winners (多标的拍卖). Everybody has one bid, which they may improve; an improved bid goes to
 * the end of its equals, as a new one would.
 *
 * @param standing one bid of each paddle
 * @param bids how many were taken, improved ones included
 */
public record YankeeAuction(Terms terms, List<YankeeBid> standing, int bids) implements Bidding {

    public YankeeAuction {
        standing = List.copyOf(standing);
    }

    public static YankeeAuction opened(Terms terms) {
        return new YankeeAuction(terms, List.of(), 0);
    }

    /**
     * As it stands after the bids that were taken.
     *
     * @param taken all of them, in their order
     */
    public static YankeeAuction after(Terms terms, List<YankeeBid> taken) {
        var auction = opened(terms);
        for (var bid : taken) {
            auction = auction.placed(bid).after();
        }
        return auction;
    }

    @Override
    public AuctionFormat format() {
        return AuctionFormat.YANKEE;
    }

    @Override
    public LotQuantity lot() {
        return terms.lot;
    }

    /** The lowest that somebody gets something at, or where bidding starts. */
    @Override
    public long priceFen() {
        var allotments = allotments();
        return allotments.isEmpty() ? terms.startFen : allotments.getLast().priceFen();
    }

    @Override
    public Instant endsAt() {
        return terms.endsAt;
    }

    @Override
    public List<Award> winners() {
        return allotments().stream()
                .map(won -> new Award(Place.WINNER, won.paddle(), won.quantity(), won.priceFen()))
                .toList();
    }

    /**
     * What becomes of a bid.
     *
     * @param now the server's clock while nobody else can write a bid
     */
    public Decision place(int paddle, long priceFen, long quantity, boolean takesLess, Bidder bidder, Instant now) {
        var bid = new YankeeBid(bids + 1, paddle, priceFen, quantity, takesLess, now);
        return refusalOf(bid, bidder, now)
                .<Decision>map(reason -> new Refused(reason, terms.startFen))
                .orElseGet(() -> placed(bid));
    }

    /** The standing bids, the first to be served first. */
    public List<YankeeBid> ranked() {
        return standing.stream().sorted(YankeeBid.ORDER).toList();
    }

    /**
     * Who gets how much if nothing more is bid. A bid of which not enough is left gets the rest if it takes less, and
     * nothing otherwise; then the next one is served that the rest is enough for.
     */
    public List<Allotment> allotments() {
        var left = terms.lot.amount();
        var allotments = new ArrayList<Allotment>();
        for (var bid : ranked()) {
            var served = bid.quantity() <= left ? bid.quantity() : bid.takesLess() ? left : 0;
            if (served > 0) {
                allotments.add(new Allotment(bid.paddle(), served, bid.priceFen()));
                left -= served;
            }
        }
        return List.copyOf(allotments);
    }

    private Optional<Refusal> refusalOf(YankeeBid bid, Bidder bidder, Instant now) {
        if (now.isBefore(terms.opensAt) || !now.isBefore(terms.endsAt)) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        return bidder.refusal()
                .or(() -> refusalOfPrice(bid.priceFen()))
                .or(() -> refusalOfQuantity(bid.quantity()))
                .or(() -> standingOf(bid.paddle())
                        .filter(before -> !bid.improves(before))
                        .map(before -> Refusal.NOT_BETTER));
    }

    private Optional<Refusal> refusalOfPrice(long priceFen) {
        if (priceFen < terms.startFen) {
            return Optional.of(Refusal.TOO_LOW);
        }
        if (priceFen > PRICE_MAX_FEN) {
            return Optional.of(Refusal.BEYOND_LIMIT);
        }
        return priceFen % terms.tickFen == 0 ? Optional.empty() : Optional.of(Refusal.OFF_TICK);
    }

    private Optional<Refusal> refusalOfQuantity(long quantity) {
        if (quantity > terms.lot.amount()) {
            return Optional.of(Refusal.QUANTITY_TOO_LARGE);
        }
        return quantity >= terms.unit && quantity % terms.unit == 0
                ? Optional.empty()
                : Optional.of(Refusal.QUANTITY_TOO_SMALL);
    }

    private Placed placed(YankeeBid bid) {
        var others = standing.stream().filter(other -> other.paddle() != bid.paddle());
        return new Placed(
                new YankeeAuction(terms, Stream.concat(others, Stream.of(bid)).toList(), bid.sequence()), bid);
    }

    private Optional<YankeeBid> standingOf(int paddle) {
        return standing.stream().filter(bid -> bid.paddle() == paddle).findFirst();
    }

    /**
     * What bids are judged by, as published.
     *
     * @param unit 最小单位: what is sold together; the lot is a multiple of it, and so is every bid
     * @param startFen the least price, fen per unit
     * @param tickFen every price is a multiple of it
     * @param endsAt the first moment at which no bid is taken
     */
    public record Terms(LotQuantity lot, long unit, long startFen, long tickFen, Instant opensAt, Instant endsAt) {

        public Terms {
            if (unit < 1 || lot.amount() % unit != 0) {
                throw new IllegalArgumentException("%d is no multiple of %d".formatted(lot.amount(), unit));
            }
            if (tickFen < 1 || startFen < tickFen || startFen % tickFen != 0) {
                throw new IllegalArgumentException("Nobody can bid from %d by %d".formatted(startFen, tickFen));
            }
        }
    }

    /** What somebody gets, at their own price in fen per unit. */
    public record Allotment(int paddle, long quantity, long priceFen) {}

    /** What becomes of a bid. */
    public sealed interface Decision {

        /** @param after the auction with the bid in it */
        record Placed(YankeeAuction after, YankeeBid bid) implements Decision {}

        /** @param leastFen below which no bid is taken, fen per unit */
        record Refused(Refusal reason, long leastFen) implements Decision {}
    }
}
