package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.domain.SealedRound.SealedBid;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sealed auction comes to. Who wins pays their own bid, fen per unit. */
public sealed interface SealedOutcome {

    /** Bids are still handed in or opened. */
    record Undecided() implements SealedOutcome {}

    /** @param unrevealed whose deposits are forfeited, since their bids were never opened */
    record Nobody(List<Integer> unrevealed) implements SealedOutcome {}

    /** @param unrevealed whose deposits are forfeited, since their bids were never opened */
    record Won(int paddle, long priceFen, List<Integer> unrevealed) implements SealedOutcome {}

    /**
     * 最终报价轮: several are equal to the best, and bid once more, nobody less than that.
     *
     * @param paddles in the order of their bids
     * @param leastFen what they are equal at
     * @param unrevealed whose deposits are forfeited, since their bids were never opened
     */
    record BestAndFinal(Set<Integer> paddles, long leastFen, List<Integer> unrevealed) implements SealedOutcome {

        /** The round that they bid in. */
        public SealedRound round(SealedRound first, SealedRound.Hours hours) {
            return new SealedRound(first.lot(), hours, leastFen, paddles, List.of());
        }
    }

    /** After the first round. */
    static SealedOutcome of(SealedRound round, Instant now) {
        if (!round.hours().areOverAt(now)) {
            return new Undecided();
        }
        var ranked = round.ranked();
        if (ranked.isEmpty()) {
            return new Nobody(round.unrevealed());
        }
        var best = ranked.getFirst();
        var equals = equalTo(best, ranked);
        return equals.size() == 1
                ? new Won(best.paddle(), best.openedFen(), round.unrevealed())
                : new BestAndFinal(equals, best.openedFen(), round.unrevealed());
    }

    /**
     * After the final round. Who did not bid again stands by their first bid. It ends here: among those who are equal
     * once more the one who was first in the first round wins.
     */
    static SealedOutcome afterFinal(SealedRound first, SealedRound last, Instant now) {
        if (!last.hours().areOverAt(now)) {
            return new Undecided();
        }
        var best = standing(first, last).getFirst();
        return new Won(best.paddle(), best.amountFen(), unrevealed(first, last));
    }

    /**
     * What everybody stands by whose bid was opened and counts, the best first, the earlier of equals before the later.
     *
     * @param last null where there is no final round
     */
    static List<Standing> standing(SealedRound first, @Nullable SealedRound last) {
        Map<Integer, Long> again = last == null
                ? Map.of()
                : last.ranked().stream().collect(Collectors.toMap(SealedBid::paddle, SealedBid::openedFen));
        return first.ranked().stream()
                .map(bid -> new Standing(bid.paddle(), again.getOrDefault(bid.paddle(), bid.openedFen())))
                .sorted(Comparator.comparingLong(Standing::amountFen).reversed())
                .toList();
    }

    /** In both rounds. */
    static List<Integer> unrevealed(SealedRound first, @Nullable SealedRound last) {
        return Stream.concat(first.unrevealed().stream(), last == null ? Stream.empty() : last.unrevealed().stream())
                .toList();
    }

    /** @param amountFen of the final round for who bid there, fen per unit */
    record Standing(int paddle, long amountFen) {}

    private static Set<Integer> equalTo(SealedBid best, List<SealedBid> ranked) {
        return ranked.stream()
                .filter(bid -> bid.openedFen() == best.openedFen())
                .map(SealedBid::paddle)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
