package io.xunshi.transparency.auction;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of an auction whose hashes are in the log: its terms, each bid, and its result, as words with a blank
 * between them. What is null is a hyphen.
 *
 * @param opening hash of the terms
 * @param bids hashes of all bids, in their order
 * @param result hash of who has won
 */
public record SealedLines(String opening, List<String> bids, String result) {

    public SealedLines {
        bids = List.copyOf(bids);
    }

    /** @param publicRecord of an auction of which it is decided who has won */
    public static SealedLines of(JsonValue publicRecord) throws Contradiction {
        var auction = publicRecord.get("auction");
        return new SealedLines(opening(auction), bids(publicRecord), result(auction));
    }

    private static String opening(JsonValue auction) throws Contradiction {
        var line = new Line("opened")
                .with(auction, "id", "format", "lotId", "amount", "perPriceUnit", "startFen", "depositFen")
                .with(auction, "opensAt", "plannedEnd");
        var reserve = auction.get("reserve");
        line = reserve.isNull() ? line.with("-") : line.with(reserve, "commitment");
        return switch (auction.get("format").text()) {
            case "ENGLISH" ->
                line.with(auction.get("english"), "tickFen", "windowSeconds", "extensionsMax")
                        .hash();
            case "SEALED" -> line.with(auction.get("sealed"), "revealSeconds").hash();
            case "DUTCH" ->
                line.with(auction.get("dutch"), "dropFen", "tickSeconds", "floorFen", "leastQuantity")
                        .hash();
            case "YANKEE" -> line.with(auction.get("yankee"), "tickFen", "unit").hash();
            default -> throw new Contradiction("nobody knows its format");
        };
    }

    private static List<String> bids(JsonValue publicRecord) throws Contradiction {
        var auction = publicRecord.get("auction");
        var hashes = new ArrayList<String>();
        for (var bid : publicRecord.get("bids").items()) {
            hashes.add(bid(auction)
                    .with(bid, "sequence", "paddle", "kind", "amountFen", "at", "priceFen", "leader", "endsAt")
                    .hash());
        }
        for (var bid : publicRecord.get("parts").items()) {
            hashes.add(bid(auction)
                    .with(bid, "sequence", "paddle", "quantity", "priceFen", "takesLess", "at")
                    .hash());
        }
        if (!auction.get("sealed").isNull()) {
            for (var bid : auction.get("sealed").get("bids").items()) {
                hashes.add(bid(auction)
                        .with(bid, "round", "sequence", "paddle", "commitment", "at")
                        .hash());
            }
        }
        return hashes;
    }

    private static Line bid(JsonValue auction) throws Contradiction {
        return new Line("bid").with(auction, "id");
    }

    private static String result(JsonValue auction) throws Contradiction {
        var line = new Line("decided").with(auction, "id");
        var reserve = auction.get("reserve");
        line = reserve.isNull() ? line.with("-").with("-") : line.with(reserve, "amountFen", "nonce");
        for (var award : auction.get("awards").items()) {
            if (award.get("place").text().equals("WINNER")) {
                line = line.with(award, "paddle", "quantity", "priceFen");
            }
        }
        return line.hash();
    }

    private record Line(String words) {

        Line with(String word) {
            return new Line(words + " " + word);
        }

        Line with(JsonValue from, String... members) throws Contradiction {
            var line = this;
            for (var member : members) {
                var value = from.get(member);
                line = line.with(value.isNull() ? "-" : value.written());
            }
            return line;
        }

        String hash() {
            return Hashes.ofLine(words);
        }
    }
}
