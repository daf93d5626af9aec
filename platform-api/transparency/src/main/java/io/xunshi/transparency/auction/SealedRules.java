package io.xunshi.transparency.auction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hashes that were opened: the highest amount wins, equal ones are bid once more. */
final class SealedRules {
    private static final long PRICE_MAX_FEN = 10_000_000_000L;

    private SealedRules() {}

    static List<Winner> winners(JsonValue auction) throws Contradiction {
        var first = opened(auction, 1, auction.get("startFen").number());
        if (first.isEmpty()) {
            return List.of();
        }
        var best = first.getFirst().amountFen;
        var equals = first.stream().filter(bid -> bid.amountFen == best).toList();
        var rounds = auction.get("sealed").get("round").number();
        Rules.require(
                (equals.size() > 1) == (rounds == 2), "%d rounds were held for %d equal bids", rounds, equals.size());
        if (rounds == 1) {
            return won(auction, equals.getFirst().paddle, best);
        }
        var last = opened(auction, 2, best);
        Opened winner = null;
        for (var bid : equals) {
            var stands = again(last, bid.paddle);
            var standing = stands == null ? bid : new Opened(bid.sequence, bid.paddle, stands.amountFen);
            if (winner == null || standing.amountFen > winner.amountFen) {
                winner = standing;
            }
        }
        return winner == null ? List.of() : won(auction, winner.paddle, winner.amountFen);
    }

    private static List<Winner> won(JsonValue auction, long paddle, long priceFen) throws Contradiction {
        return List.of(new Winner(paddle, auction.get("amount").number(), priceFen));
    }

    /** Those of a round that count, the best first, of equals the earlier. */
    private static List<Opened> opened(JsonValue auction, long round, long leastFen) throws Contradiction {
        var lot = UUID.fromString(auction.get("lotId").text());
        var counting = new ArrayList<Opened>();
        long sequence = 0;
        for (var bid : auction.get("sealed").get("bids").items()) {
            if (bid.get("round").number() != round) {
                continue;
            }
            sequence++;
            Rules.require(bid.get("sequence").number() == sequence, "sealed bid %d is out of sequence", sequence);
            if (!bid.get("amountFen").isNull()) {
                var amount = bid.get("amountFen").number();
                var paddle = bid.get("paddle").number();
                var hash =
                        Hashes.ofSealedBid(lot, paddle, amount, bid.get("nonce").text());
                Rules.require(
                        hash.equals(bid.get("commitment").text()), "sealed bid %d is not what was handed in", sequence);
                if (amount >= leastFen && amount <= PRICE_MAX_FEN) {
                    counting.add(new Opened(sequence, paddle, amount));
                }
            }
        }
        counting.sort(Comparator.comparingLong(Opened::amountFen).reversed().thenComparingLong(Opened::sequence));
        return counting;
    }

    private static @Nullable Opened again(List<Opened> last, long paddle) {
        return last.stream().filter(bid -> bid.paddle == paddle).findFirst().orElse(null);
    }

    private record Opened(long sequence, long paddle, long amountFen) {}
}
