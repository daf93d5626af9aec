package io.xunshi.transparency.auction;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Recomputes a closed auction from its public record, whatever its format. */
public final class Rules {
    private Rules() {}

    /**
     * Checks that the record says what the rules make of its bids: who has won, how much, at which price, and against
     * which reserve.
     *
     * @param publicRecord as <code>GET /api/v1/auctions/{id}/record</code> answers it
     */
    public static void check(JsonValue publicRecord) throws Contradiction {
        try {
            var winners = winners(publicRecord);
            checkAwards(publicRecord, winners, checkReserve(publicRecord, winners));
        } catch (DateTimeParseException | ArithmeticException | IllegalArgumentException e) {
            throw new Contradiction("it says what makes no sense: " + e.getMessage());
        }
    }

    private static List<Winner> winners(JsonValue publicRecord) throws Contradiction {
        var auction = publicRecord.get("auction");
        var parts = publicRecord.get("parts").items();
        return switch (auction.get("format").text()) {
            case "ENGLISH" ->
                EnglishRules.winners(auction, publicRecord.get("bids").items());
            case "SEALED" -> SealedRules.winners(auction);
            case "DUTCH" ->
                PartRules.winnersByClock(
                        auction, parts, publicRecord.get("ticks").items());
            case "YANKEE" -> PartRules.winnersByPrice(auction, parts);
            default -> throw new Contradiction("nobody knows its format");
        };
    }

    /** Whether the best is at least the reserve, which is the one that was committed to. */
    private static boolean checkReserve(JsonValue publicRecord, List<Winner> winners) throws Contradiction {
        var reserve = publicRecord.get("auction").get("reserve");
        if (reserve.isNull()) {
            return true;
        }
        var amount = reserve.get("amountFen").number();
        var hash = Hashes.ofReserve(reserve.get("nonce").text(), amount);
        require(hash.equals(reserve.get("commitment").text()), "its reserve is not the one that was committed to");
        return winners.isEmpty() || winners.getFirst().priceFen() >= amount;
    }

    private static void checkAwards(JsonValue publicRecord, List<Winner> winners, boolean isReserveMet)
            throws Contradiction {
        var awarded = awarded(publicRecord.get("auction"));
        if (awarded.isEmpty()) {
            require(
                    winners.isEmpty() || !isReserveMet || hasStep(publicRecord, "NO_CONTRACT"),
                    "it has no winner, and by the rules it has: %s",
                    winners);
        } else {
            require(awarded.equals(winners), "by the rules others have won: %s instead of %s", winners, awarded);
            require(
                    isReserveMet || hasStep(publicRecord, "SELLER_TOOK_LESS"),
                    "the winner's price is below the reserve");
        }
    }

    /** Without who was asked because a winner failed. */
    private static List<Winner> awarded(JsonValue auction) throws Contradiction {
        var winners = new ArrayList<Winner>();
        for (var award : auction.get("awards").items()) {
            if (award.get("place").text().equals("WINNER")) {
                winners.add(new Winner(
                        award.get("paddle").number(),
                        award.get("quantity").number(),
                        award.get("priceFen").number()));
            }
        }
        return winners;
    }

    private static boolean hasStep(JsonValue publicRecord, String cause) throws Contradiction {
        for (var step : publicRecord.get("steps").items()) {
            if (step.get("cause").text().equals(cause)) {
                return true;
            }
        }
        return false;
    }

    static void require(boolean holds, String otherwise, Object... words) throws Contradiction {
        if (!holds) {
            throw new Contradiction(otherwise.formatted(words));
        }
    }
}
