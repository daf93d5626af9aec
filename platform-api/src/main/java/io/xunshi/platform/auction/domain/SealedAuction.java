package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.Award.Place;
import io.xunshi.platform.auction.domain.SealedOutcome.BestAndFinal;
import io.xunshi.platform.auction.domain.SealedOutcome.Nobody;
import io.xunshi.platform.auction.domain.SealedOutcome.Undecided;
import io.xunshi.platform.auction.domain.SealedOutcome.Won;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sealed bids for a whole lot (密封报价), in one round or, where the best are equal, in two.
 *
 * @param window how long bids are opened in each round, and how long they are handed in for the final one
 * @param last the final round; null unless there is one
 */
public record SealedAuction(
        LotQuantity lot,
        Duration window,
        SealedRound first,
        @Nullable SealedRound last) implements Bidding {

    /** Before anything is handed in. */
    public static SealedAuction of(LotQuantity lot, Duration window, SealedRound first) {
        return new SealedAuction(lot, window, first, null);
    }

    @Override
    public AuctionFormat format() {
        return AuctionFormat.SEALED;
    }

    /** The one that is held now, or was last. */
    public SealedRound round() {
        return last == null ? first : last;
    }

    /** 1, or 2 for the final one. */
    public int roundNumber() {
        return last == null ? 1 : 2;
    }

    /** The same with its round as it has become. */
    public SealedAuction with(SealedRound after) {
        return last == null
                ? new SealedAuction(lot, window, after, null)
                : new SealedAuction(lot, window, first, after);
    }

    @Override
    public int bids() {
        return first.bids().size() + (last == null ? 0 : last.bids().size());
    }

    /** The best that was opened and counts, or the least that does. */
    @Override
    public long priceFen() {
        return SealedOutcome.standing(first, last).stream()
                .mapToLong(SealedOutcome.Standing::amountFen)
                .max()
                .orElse(first.leastFen());
    }

    @Override
    public Instant endsAt() {
        return round().hours().closesAt();
    }

    @Override
    public Instant decidedAt() {
        return round().hours().revealUntil();
    }

    /** The final round, where the best of the first are equal and there was none yet. */
    public Optional<SealedAuction> finalRound(Instant opensAt) {
        if (last != null || !(outcome() instanceof BestAndFinal tie)) {
            return Optional.empty();
        }
        return Optional.of(new SealedAuction(lot, window, first, tie.round(first, finalHours(opensAt))));
    }

    /** With a final round of which nothing is known but when it opens. */
    public SealedAuction announced(Instant opensAt) {
        var round = SealedRound.first(first.lot(), finalHours(opensAt), first.leastFen());
        return new SealedAuction(lot, window, first, round);
    }

    private SealedRound.Hours finalHours(Instant opensAt) {
        var closesAt = opensAt.plus(window);
        return new SealedRound.Hours(opensAt, closesAt, closesAt.plus(window));
    }

    @Override
    public List<Award> winners() {
        return switch (outcome()) {
            case Won won -> List.of(new Award(Place.WINNER, won.paddle(), lot.amount(), won.priceFen()));
            case Nobody nobody -> List.of();
            case Undecided undecided -> List.of();
            case BestAndFinal tie -> List.of();
        };
    }

    /** Who is asked after the winner: whoever else stands highest, among equals who was first. */
    public Optional<Award> second(int winner) {
        return SealedOutcome.standing(first, last).stream()
                .filter(standing -> standing.paddle() != winner)
                .findFirst()
                .map(standing -> new Award(Place.SECOND, standing.paddle(), lot.amount(), standing.amountFen()));
    }

    /** 逾期未揭标: whose bids were not opened in one of the rounds. It costs them the deposit. */
    public List<Integer> unrevealed() {
        return SealedOutcome.unrevealed(first, last);
    }

    private SealedOutcome outcome() {
        return last == null ? SealedOutcome.of(first, decidedAt()) : SealedOutcome.afterFinal(first, last, decidedAt());
    }
}
