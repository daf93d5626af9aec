package io.xunshi.transparency.verify;

import io.xunshi.transparency.auction.Contradiction;
import io.xunshi.transparency.auction.JsonValue;
import io.xunshi.transparency.auction.Rules;
import io.xunshi.transparency.auction.SealedLines;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.TradeRecord.Step;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks auctions: recomputes each that is over from its public record, and compares terms, bids and result with what
 * the log has of them. Every auction whose result is in the log has to be shown.
 */
final class AuctionVerification {
    private static final Set<String> OVER = Set.of("CLOSED_PENDING_RESERVE", "AWARDED", "CONTRACTED", "FAILED");

    private final LogSource source;
    private final Map<String, Leaves> sealed = new HashMap<>();

    AuctionVerification(LogSource source) {
        this.source = source;
    }

    /** Takes note of a record of the log, in their order. */
    void add(TradeRecord said) {
        switch (said.step()) {
            case AUCTION_OPENED, AUCTION_BID, AUCTION_DECIDED ->
                sealed.computeIfAbsent(said.order(), code -> new Leaves()).add(said.step(), said.snapshot());
            default -> {
                // Of other trades.
            }
        }
    }

    /** How many auctions were recomputed. */
    int verify() throws IOException, VerificationFailure {
        var shown = new HashSet<String>();
        for (var auction : closed()) {
            verify(auction.id(), auction.code());
            shown.add(auction.code());
        }
        for (var code : sealed.keySet()) {
            if (leavesOf(code).isDecided() && !shown.contains(code)) {
                throw new VerificationFailure("The auction " + code + " is in the log and is not shown");
            }
        }
        return shown.size();
    }

    /** One of them. */
    void verify(String id, String code) throws IOException, VerificationFailure {
        try {
            var publicRecord = read("api/v1/auctions/" + id + "/record");
            Rules.check(publicRecord);
            var leaves = leavesOf(code);
            if (leaves.isDecided()) {
                leaves.check(SealedLines.of(publicRecord));
            }
        } catch (Contradiction contradiction) {
            throw new VerificationFailure(
                    "The auction " + code + " was not held by its rules: " + contradiction.getMessage());
        }
    }

    private List<Closed> closed() throws IOException, VerificationFailure {
        try {
            var closed = new ArrayList<Closed>();
            var path = "api/v1/auctions?limit=60";
            while (true) {
                var page = read(path);
                for (var auction : page.get("items").items()) {
                    if (OVER.contains(auction.get("state").text())) {
                        closed.add(new Closed(
                                auction.get("id").text(), auction.get("code").text()));
                    }
                }
                var next = page.get("nextCursor");
                if (next.isNull()) {
                    return closed;
                }
                path = "api/v1/auctions?limit=60&cursor=" + URLEncoder.encode(next.text(), StandardCharsets.UTF_8);
            }
        } catch (Contradiction contradiction) {
            throw new VerificationFailure("The list of auctions cannot be read: " + contradiction.getMessage());
        }
    }

    private JsonValue read(String path) throws IOException, Contradiction {
        return JsonValue.read(new String(source.read(path), StandardCharsets.UTF_8));
    }

    private Leaves leavesOf(String code) {
        return sealed.getOrDefault(code, new Leaves());
    }

    private record Closed(String id, String code) {}

    /** What the log has of one auction. */
    private static final class Leaves {
        private final Map<Step, Set<String>> hashes = new HashMap<>();

        void add(Step step, String hash) {
            of(step).add(hash);
        }

        boolean isDecided() {
            return !of(Step.AUCTION_DECIDED).isEmpty();
        }

        void check(SealedLines lines) throws Contradiction {
            if (!of(Step.AUCTION_OPENED).equals(Set.of(lines.opening()))) {
                throw new Contradiction("its terms are not those that are in the log");
            }
            if (!of(Step.AUCTION_BID).equals(new HashSet<>(lines.bids()))) {
                throw new Contradiction("its bids are not those that are in the log");
            }
            if (!of(Step.AUCTION_DECIDED).equals(Set.of(lines.result()))) {
                throw new Contradiction("its result is not the one that is in the log");
            }
        }

        private Set<String> of(Step step) {
            return hashes.computeIfAbsent(step, one -> new HashSet<>());
        }
    }
}
