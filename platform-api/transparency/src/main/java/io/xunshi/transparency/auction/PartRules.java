package io.xunshi.transparency.auction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lot that is sold in parts: at a falling clock, or to the highest prices first. */
final class PartRules {
    private PartRules() {}

    /** Each take has what it asked for at what the clock showed, as long as there is some. */
    static List<Winner> winnersByClock(JsonValue auction, List<JsonValue> takes, List<JsonValue> ticks)
            throws Contradiction {
        checkClock(auction, ticks);
        var left = auction.get("amount").number();
        var winners = new ArrayList<Winner>();
        for (var take : takes) {
            long sequence = winners.size() + 1L;
            var quantity = take.get("quantity").number();
            var least = Math.min(left, auction.get("dutch").get("leastQuantity").number());
            Rules.require(
                    take.get("sequence").number() == sequence
                            && quantity >= least
                            && quantity <= left
                            && take.get("priceFen").number()
                                    == shownAt(auction, ticks, take.get("at").text()),
                    "take %d does not follow from the clock",
                    sequence);
            left -= quantity;
            winners.add(new Winner(
                    take.get("paddle").number(), quantity, take.get("priceFen").number()));
        }
        return winners;
    }

    private static void checkClock(JsonValue auction, List<JsonValue> ticks) throws Contradiction {
        var terms = auction.get("dutch");
        var at = Instant.parse(auction.get("opensAt").text());
        var price = auction.get("startFen").number();
        for (var tick : ticks) {
            Rules.require(
                    Instant.parse(tick.get("at").text()).equals(at)
                            && tick.get("priceFen").number() == price
                            && price >= terms.get("floorFen").number(),
                    "the clock does not tick as it was published at %s",
                    at);
            at = at.plusSeconds(terms.get("tickSeconds").number());
            price -= terms.get("dropFen").number();
        }
    }

    private static long shownAt(JsonValue auction, List<JsonValue> ticks, String moment) throws Contradiction {
        var at = Instant.parse(moment);
        Rules.require(
                at.isBefore(Instant.parse(auction.get("plannedEnd").text())),
                "something was taken after the end: %s",
                at);
        for (var tick : ticks.reversed()) {
            if (!at.isBefore(Instant.parse(tick.get("at").text()))) {
                return tick.get("priceFen").number();
            }
        }
        throw new Contradiction("something was taken before the clock started: " + at);
    }

    /** Price, then quantity, then who came first; everybody pays their own price. */
    static List<Winner> winnersByPrice(JsonValue auction, List<JsonValue> bids) throws Contradiction {
        Map<Long, Part> standing = new LinkedHashMap<>();
        long sequence = 0;
        for (var bid : bids) {
            sequence++;
            var part = new Part(
                    sequence,
                    bid.get("paddle").number(),
                    bid.get("priceFen").number(),
                    bid.get("quantity").number(),
                    bid.get("takesLess").flag());
            check(auction, bid, part, standing.get(part.paddle));
            standing.put(part.paddle, part);
        }
        return served(
                standing.values().stream().sorted(Part.ORDER).toList(),
                auction.get("amount").number());
    }

    private static void check(JsonValue auction, JsonValue bid, Part part, @Nullable Part before) throws Contradiction {
        var terms = auction.get("yankee");
        Rules.require(
                bid.get("sequence").number() == part.sequence
                        && part.priceFen >= auction.get("startFen").number()
                        && part.priceFen % terms.get("tickFen").number() == 0
                        && part.quantity % terms.get("unit").number() == 0
                        && part.quantity > 0
                        && part.quantity <= auction.get("amount").number()
                        && Instant.parse(bid.get("at").text())
                                .isBefore(
                                        Instant.parse(auction.get("plannedEnd").text()))
                        && (before == null
                                || part.priceFen >= before.priceFen
                                        && part.quantity >= before.quantity
                                        && part.priceFen + part.quantity > before.priceFen + before.quantity),
                "bid %d should not have been taken",
                part.sequence);
    }

    private static List<Winner> served(List<Part> ranked, long amount) {
        var left = amount;
        var winners = new ArrayList<Winner>();
        for (var part : ranked) {
            var quantity = part.quantity <= left ? part.quantity : part.takesLess ? left : 0;
            if (quantity > 0) {
                winners.add(new Winner(part.paddle, quantity, part.priceFen));
                left -= quantity;
            }
        }
        return winners;
    }

    private record Part(long sequence, long paddle, long priceFen, long quantity, boolean takesLess) {
        static final Comparator<Part> ORDER = Comparator.comparingLong(Part::priceFen)
                .reversed()
                .thenComparing(Comparator.comparingLong(Part::quantity).reversed())
                .thenComparingLong(Part::sequence);
    }
}
