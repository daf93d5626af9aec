package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.simulation.SimulationClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * An English auction of 2,800 tonnes of old aluminium extrusions that takes bids, and organisations whose deposits for
 * it are held.
 *
 * @param id of the auction
 */
public record Hall(String id, Trader seller, List<Trader> bidders) {
    /** Of a tonne, in fen. */
    public static final long START = 1_500_000;

    /** What a bid on so much must at least exceed the one before by, fen per tonne. */
    public static final long STEP = 2_000;

    private static final long GRAMS = 2_800_000_000L;
    private static final String MATERIAL = "NF-AL-EXT-O";
    private static final long TICK = 1_000;
    private static final long DEPOSIT = 2_000_000;
    private static final int WINDOW_SECONDS = 120;
    private static final int PREPARED_AT_ONCE = 8;
    private static final int LOT_DAYS = 30;
    private static final Duration UNTIL_OPENING = Duration.ofSeconds(2);

    public Hall {
        bidders = List.copyOf(bidders);
    }

    /**
     * Returns when bids are taken.
     *
     * @param officer who may approve papers
     * @param firstPhone as many phone numbers from it on are taken as there are organisations
     * @param length from the opening to the end, which late bids do not move
     */
    public static Hall open(
            URI site, SimulationClient messages, Person officer, long firstPhone, int bidders, Duration length) {
        var traders = inParallel(IntStream.rangeClosed(0, bidders)
                .<Callable<Trader>>mapToObj(i ->
                        () -> Trader.join(site, messages, officer, i == 0 ? "RECYCLER" : "PROCESSOR", firstPhone + i))
                .toList());
        var seller = traders.getFirst();
        var hall = new Hall(publish(seller, length), seller, traders.subList(1, traders.size()));
        Patience.until(
                "an open auction",
                () -> hall.seenBy(seller.person()).filter(seen -> state(seen).equals("OPEN")));
        inParallel(hall.bidders.stream()
                .<Callable<JsonNode>>map(bidder -> () -> hall.payDeposit(bidder))
                .toList());
        return hall;
    }

    /** Where bids are sent. */
    public String bidPath() {
        return path("/bids");
    }

    /** What a bid of so many fen per tonne says, by which no more is bid automatically. */
    public static Map<String, Object> bid(Trader bidder, long amountFen) {
        return Map.of("organisation", bidder.organisation(), "amountFen", amountFen, "ceilingFen", amountFen);
    }

    /** How it stands; empty if it cannot be had now. */
    Optional<JsonNode> seenBy(Person person) {
        return person.get(path(""));
    }

    static String state(JsonNode auction) {
        return auction.at("/state").asString();
    }

    private static String publish(Trader seller, Duration length) {
        var person = seller.person();
        var own = "/api/v1/organisations/" + seller.organisation();
        person.need(
                "POST",
                own + "/stock-receipts",
                Map.of(
                        "materialCode",
                        MATERIAL,
                        "quantity",
                        GRAMS,
                        "source",
                        "OPERATOR",
                        "reference",
                        "GP-" + UUID.randomUUID().toString().substring(0, 8),
                        "happenedOn",
                        Trader.today().toString()));
        var lot = person.need("POST", own + "/lots", lot()).at("/id").asString();
        var opensAt = Instant.now().plus(UNTIL_OPENING);
        var auction = person.need(
                        "POST",
                        "/api/v1/lots/" + lot + "/auctions",
                        Map.of(
                                "startFen",
                                START,
                                "tickFen",
                                TICK,
                                "windowSeconds",
                                WINDOW_SECONDS,
                                "extensionsMax",
                                0,
                                "depositFen",
                                DEPOSIT,
                                "opensAt",
                                opensAt.toString(),
                                "endsAt",
                                opensAt.plus(length).toString()))
                .at("/id")
                .asString();
        person.need("POST", "/api/v1/auctions/" + auction + "/publication", Map.of());
        return auction;
    }

    private static Map<String, Object> lot() {
        return Map.ofEntries(
                Map.entry("materialCode", MATERIAL),
                Map.entry("title", "旧铝型材 门窗拆解"),
                Map.entry("quantity", GRAMS),
                Map.entry("toleranceBasisPoints", 300),
                Map.entry(
                        "quality",
                        Map.of(
                                "form", "extrusion",
                                "alloy_series", "mixed",
                                "al_pct", "96",
                                "inclusion_pct", "1.2",
                                "radiation_usvh", "0.1",
                                "source", "old")),
                Map.entry("packing", "BALED"),
                Map.entry("place", Map.of("areaCode", "ZZ-GY", "address", "河南郑州工业路 1 号")),
                Map.entry("delivery", "AT_SELLER"),
                Map.entry("payment", "PROVISIONAL_AND_FINAL"),
                Map.entry("tax", "INCLUDES_VAT_13"),
                Map.entry("price", Map.of("amount", START, "currency", "CNY")),
                Map.entry("lastDay", Trader.today().plusDays(LOT_DAYS).toString()));
    }

    /** The provider may be asked for the money a moment later. */
    private JsonNode payDeposit(Trader bidder) {
        bidder.person().need("POST", path("/deposit"), Map.of("organisation", bidder.organisation()));
        var payUrl = Patience.until(
                "a place to pay a deposit",
                () -> position(bidder)
                        .map(position -> position.at("/payUrl").asString(""))
                        .filter(url -> !url.isEmpty()));
        Web.send(Web.request(URI.create(payUrl))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("choice=pay")));
        return Patience.until(
                "a deposit that is held",
                () -> position(bidder)
                        .filter(position -> position.at("/deposit").asString("").equals("HELD")));
    }

    private Optional<JsonNode> position(Trader bidder) {
        return bidder.person().get(path("/position?organisation=" + bidder.organisation()));
    }

    private String path(String below) {
        return "/api/v1/auctions/" + id + below;
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(PREPARED_AT_ONCE)) {
            var results = new ArrayList<Future<T>>();
            tasks.forEach(task -> results.add(threads.submit(task)));
            return Market.all(results);
        }
    }
}
