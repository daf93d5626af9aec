package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.domain.SealedRound.Decision.Refused;
import io.xunshi.platform.auction.domain.SealedRound.Decision.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One round of sealed bids (暗标): first everybody hands in a hash, which tells nobody anything; once no more are taken,
 * everybody opens theirs. Who has the database can neither read a bid nor change it.
 *
 * @param lot what it is for; a part of every hash
 * @param leastFen no bid below it counts, fen per unit
 * @param only who may bid; null for everybody
 * @param bids in the order in which they were handed in
 */
public record SealedRound(
        UUID lot, Hours hours, long leastFen, @Nullable Set<Integer> only, List<SealedBid> bids) {
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{%d}".formatted(2 * Commitment.NONCE_BYTES));

    public SealedRound {
        only = only == null ? null : Set.copyOf(only);
        bids = List.copyOf(bids);
    }

    public static SealedRound first(UUID lot, Hours hours, long leastFen) {
        return new SealedRound(lot, hours, leastFen, null, List.of());
    }

    /** What becomes of a hash that somebody hands in: one each, for good. */
    public Decision commit(int paddle, String commitment, Bidder bidder, Instant now) {
        return refusalOfCommitment(paddle, bidder, now)
                .<Decision>map(Refused::new)
                .orElseGet(() -> new Stored(with(Stream.concat(
                        bids.stream(),
                        Stream.of(new SealedBid(bids.size() + 1, paddle, commitment, now, null, null))))));
    }

    /**
     * What becomes of a bid that is opened. The deposit was there when it was handed in, so nobody is asked for it
     * again.
     *
     * @param nonce hexadecimal
     */
    public Decision reveal(int paddle, long amountFen, String nonce, Instant now) {
        return refusalOfReveal(paddle, amountFen, nonce, now)
                .<Decision>map(Refused::new)
                .orElseGet(() -> new Stored(
                        with(bids.stream().map(bid -> bid.paddle == paddle ? bid.revealed(amountFen, nonce) : bid))));
    }

    /** The opened bids that count, the best first, the earlier of equals before the later. */
    public List<SealedBid> ranked() {
        return bids.stream()
                .filter(bid -> bid.amountFen != null && counts(bid.amountFen))
                .sorted(SealedBid.ORDER)
                .toList();
    }

    private boolean counts(long amountFen) {
        return amountFen >= leastFen && amountFen <= Bidding.PRICE_MAX_FEN;
    }

    /** 逾期未揭标: whose bids were never opened. It costs them the deposit. */
    public List<Integer> unrevealed() {
        return bids.stream()
                .filter(bid -> bid.amountFen == null)
                .map(SealedBid::paddle)
                .toList();
    }

    private Optional<Refusal> refusalOfCommitment(int paddle, Bidder bidder, Instant now) {
        if (!hours.takesCommitmentsAt(now)) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        if (only != null && !only.contains(paddle)) {
            return Optional.of(Refusal.NOT_IN_FINAL_ROUND);
        }
        return bidder.refusal()
                .or(() -> bidOf(paddle).isPresent() ? Optional.of(Refusal.COMMITTED_ALREADY) : Optional.empty());
    }

    private Optional<Refusal> refusalOfReveal(int paddle, long amountFen, String nonce, Instant now) {
        if (!hours.takesRevealsAt(now)) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        var bid = bidOf(paddle);
        if (bid.isEmpty()) {
            return Optional.of(Refusal.NOT_COMMITTED);
        }
        return opens(bid.get(), amountFen, nonce) ? Optional.empty() : Optional.of(Refusal.COMMITMENT_DIFFERS);
    }

    private boolean opens(SealedBid bid, long amountFen, String nonce) {
        return NONCE.matcher(nonce).matches()
                && bid.commitment.equals(Commitment.toSealedBid(
                        lot, bid.paddle, amountFen, HexFormat.of().parseHex(nonce)));
    }

    private Optional<SealedBid> bidOf(int paddle) {
        return bids.stream().filter(bid -> bid.paddle == paddle).findFirst();
    }

    /** The same with other bids. */
    public SealedRound with(List<SealedBid> others) {
        return new SealedRound(lot, hours, leastFen, only, others);
    }

    private SealedRound with(Stream<SealedBid> others) {
        return with(others.toList());
    }

    /**
     * When a round is held.
     *
     * @param closesAt the first moment at which no hash is taken and bids may be opened
     * @param revealUntil the first moment at which none may be
     */
    public record Hours(Instant opensAt, Instant closesAt, Instant revealUntil) {

        public Hours {
            if (!opensAt.isBefore(closesAt) || !closesAt.isBefore(revealUntil)) {
                throw new IllegalArgumentException(
                        "Bids are handed in, then opened: %s, %s, %s".formatted(opensAt, closesAt, revealUntil));
            }
        }

        boolean takesCommitmentsAt(Instant moment) {
            return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
        }

        boolean takesRevealsAt(Instant moment) {
            return !moment.isBefore(closesAt) && moment.isBefore(revealUntil);
        }

        boolean areOverAt(Instant moment) {
            return !moment.isBefore(revealUntil);
        }
    }

    /**
     * A sealed bid.
     *
     * @param sequence 1, 2, 3 … within the round
     * @param commitment hexadecimal
     * @param at when it was handed in, by the server's clock
     * @param amountFen fen per unit; null until it is opened, as is the nonce
     */
    public record SealedBid(
            int sequence,
            int paddle,
            String commitment,
            Instant at,
            @Nullable Long amountFen,
            @Nullable String nonce) {
        static final Comparator<SealedBid> ORDER =
                Comparator.comparing(SealedBid::openedFen).reversed().thenComparingInt(SealedBid::sequence);

        SealedBid revealed(long openedFen, String openedBy) {
            return new SealedBid(sequence, paddle, commitment, at, openedFen, openedBy);
        }

        /** Nothing for one that is not opened: it is worth nothing. */
        long openedFen() {
            return amountFen == null ? 0 : amountFen;
        }
    }

    /** What becomes of a bid that is handed in or opened. */
    public sealed interface Decision {

        /** @param after the round with the bid in it */
        record Stored(SealedRound after) implements Decision {}

        record Refused(Refusal reason) implements Decision {}
    }
}
