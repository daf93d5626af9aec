package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.DutchAuction.Decision.NotTaken;
import io.xunshi.platform.auction.domain.DutchAuction.Decision.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A falling clock over a divisible lot: who is first to say yes has what they asked for at the clock's price, and the
 * clock goes on with what is left. Who was shown a price and answers late never pays more than it.
 *
 * @param leastQuantity 最小提货量: nobody takes less, unless less is left
 * @param takes in their order; together no more than the lot
 */
public record DutchAuction(DutchClock clock, LotQuantity lot, long leastQuantity, List<Take> takes) implements Bidding {

    public DutchAuction {
        takes = List.copyOf(takes);
        if (leastQuantity < 1 || lot.amount() < sum(takes)) {
            throw new IllegalArgumentException("Nobody can take %d of %d".formatted(leastQuantity, lot.amount()));
        }
    }

    /** With nothing taken yet. */
    public static DutchAuction of(DutchClock clock, LotQuantity lot, long leastQuantity) {
        return new DutchAuction(clock, lot, leastQuantity, List.of());
    }

    @Override
    public AuctionFormat format() {
        return AuctionFormat.DUTCH;
    }

    @Override
    public int bids() {
        return takes.size();
    }

    /** What nobody has taken yet. */
    public long quantityLeft() {
        return lot.amount() - sum(takes);
    }

    /** Of the last take, or where the clock starts. */
    @Override
    public long priceFen() {
        return takes.isEmpty()
                ? clock.ticks().getFirst().priceFen()
                : takes.getLast().priceFen();
    }

    /** The clock's end, or as soon as nothing is left. */
    @Override
    public Instant endsAt() {
        return quantityLeft() == 0 ? takes.getLast().at() : clock.endsAt();
    }

    @Override
    public List<Award> winners() {
        return takes.stream()
                .map(take -> new Award(Place.WINNER, take.paddle(), take.quantity(), take.priceFen()))
                .toList();
    }

    /**
     * What becomes of a yes.
     *
     * @param now the server's clock while nobody else can take anything
     */
    public Decision take(int paddle, long quantity, Bidder bidder, Instant now) {
        return refusalOf(quantity, bidder, now)
                .<Decision>map(reason -> new NotTaken(reason, quantityLeft()))
                .orElseGet(() -> taken(paddle, quantity, now));
    }

    private Optional<Refusal> refusalOf(long quantity, Bidder bidder, Instant now) {
        if (quantityLeft() == 0 || clock.priceAt(now).isEmpty()) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        return bidder.refusal().or(() -> refusalOf(quantity));
    }

    private Optional<Refusal> refusalOf(long quantity) {
        if (quantity > quantityLeft()) {
            return Optional.of(Refusal.QUANTITY_TOO_LARGE);
        }
        return quantity < Math.min(leastQuantity, quantityLeft())
                ? Optional.of(Refusal.QUANTITY_TOO_SMALL)
                : Optional.empty();
    }

    private Taken taken(int paddle, long quantity, Instant now) {
        var price = clock.priceAt(now).orElseThrow();
        var take = new Take(takes.size() + 1, paddle, quantity, price, now);
        var all = Stream.concat(takes.stream(), Stream.of(take)).toList();
        return new Taken(new DutchAuction(clock, lot, leastQuantity, all), take);
    }

    private static long sum(List<Take> takes) {
        return takes.stream().mapToLong(Take::quantity).sum();
    }

    /** What becomes of a yes. */
    public sealed interface Decision {

        /** @param after the auction with what is left */
        record Taken(DutchAuction after, Take take) implements Decision {}

        /** @param quantityLeft what could be taken at this moment */
        record NotTaken(Refusal reason, long quantityLeft) implements Decision {}
    }

    /**
     * Something that was taken.
     *
     * @param sequence 1, 2, 3 … within the auction, without gaps
     * @param priceFen of the clock at that moment, fen per unit
     */
    public record Take(int sequence, int paddle, long quantity, long priceFen, Instant at) {}
}
