package io.xunshi.platform.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.auction.domain.Commitment;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.transparency.auction.Contradiction;
import io.xunshi.transparency.auction.JsonValue;
import io.xunshi.transparency.auction.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * An auction of 28 tonnes of old extrusions from 15,000 yuan per tonne on a tick of ten, with a deposit of 20,000: it
 * opens in ten minutes, for an hour, and a bid within the last five minutes extends it.
 */
public final class Hall {
    static final long START = 1_500_000;
    static final long DEPOSIT = 2_000_000;
    static final long TONNE = 1_000_000;
    static final Duration REVEAL = Duration.ofMinutes(30);
    static final Duration UNTIL_OPENING = Duration.ofMinutes(10);
    static final Duration LENGTH = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Yard seller;
    final String lot;
    final String id;
    private final DatabaseClient database;
    private final Visitor anybody;

    private Hall(DatabaseClient database, int port, Yard seller, String lot, String id) {
        this.database = database;
        this.seller = seller;
        this.lot = lot;
        this.id = id;
        anybody = new Visitor(port);
    }

    public static Map<String, Object> plan() {
        var opens = Instant.now().plus(UNTIL_OPENING);
        return new HashMap<>(Map.of(
                "startFen",
                START,
                "tickFen",
                1_000,
                "windowSeconds",
                300,
                "depositFen",
                DEPOSIT,
                "opensAt",
                opens.toString(),
                "endsAt",
                opens.plus(LENGTH).toString()));
    }

    static Map<String, Object> sealedPlan() {
        return planOf("SEALED", Map.of("revealSeconds", (int) REVEAL.toSeconds()));
    }

    /** From 15,000 yuan by 500 each minute to 14,000, at least five tonnes at a time. */
    static Map<String, Object> dutchPlan() {
        return planOf("DUTCH", Map.of("dropFen", 50_000, "tickSeconds", 60, "floorFen", 1_400_000, "unit", 5 * TONNE));
    }

    static Map<String, Object> yankeePlan() {
        return planOf("YANKEE", Map.of("tickFen", 1_000, "unit", TONNE));
    }

    private static Map<String, Object> planOf(String format, Map<String, ?> terms) {
        var plan = plan();
        plan.keySet().removeAll(Set.of("tickFen", "windowSeconds"));
        plan.put("format", format);
        plan.putAll(terms);
        return plan;
    }

    /** A draft by a plan that says otherwise what a test is about. */
    public static Hall drafted(DatabaseClient database, int port, Map<String, Object> plan) {
        var seller = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        var lot = seller.offered(28_000).at("/id").asString();
        var draft = Visitor.json(seller.owner().post("/api/v1/lots/" + lot + "/auctions", plan));
        return new Hall(database, port, seller, lot, draft.at("/id").asString());
    }

    public static Hall published(DatabaseClient database, int port, Map<String, Object> plan) {
        var hall = drafted(database, port, plan);
        hall.doneBy(hall.seller, "publication", Map.of()).expectStatus().isOk();
        return hall;
    }

    public static Hall opened(DatabaseClient database, int port, Map<String, Object> plan) {
        var hall = published(database, port, plan);
        hall.timePasses(UNTIL_OPENING);
        hall.awaitState("OPEN");
        return hall;
    }

    /** An organisation whose deposit is here. */
    public Yard bidder(int port, String name) {
        var yard = Yard.filed(database, port, name);
        pay(yard);
        return yard;
    }

    void pay(Yard yard) {
        var intent = intentOf(yard);
        OutsideWorld.simulation().pay(intent);
        hearFromProvider(intent);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(depositOf(yard)).isEqualTo("HELD"));
    }

    String intentOf(Yard yard) {
        var payUrl = Visitor.json(askDeposit(yard)).at("/payUrl").asString();
        return payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }

    /** The intent that the bidder has paid. */
    String paidIntentOf(Yard yard) {
        var payUrl = position(yard).at("/payUrl").asString();
        return payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }

    public ResponseSpec askDeposit(Yard yard) {
        return doneBy(yard, "deposit", Map.of("organisation", yard.id()));
    }

    void hearFromProvider(String intent) {
        var payload =
                "{\"id\":\"evt_%s\",\"type\":\"payment_intent.amount_capturable_updated\",".formatted(UUID.randomUUID())
                        + "\"data\":{\"object\":{\"id\":\"%s\"}}}".formatted(intent);
        var time = String.valueOf(Instant.now().getEpochSecond());
        anybody.request(HttpMethod.POST, "/api/v1/payment-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header(
                        "Stripe-Signature",
                        "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, OutsideWorld.WEBHOOK_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange()
                .expectStatus()
                .isOk();
    }

    public String id() {
        return id;
    }

    public Yard seller() {
        return seller;
    }

    ResponseSpec doneBy(Yard yard, String action, Map<String, ?> body) {
        return yard.owner().post(path("/" + action), body);
    }

    /** As little as it takes, up to so much. */
    public ResponseSpec bidUpTo(Yard yard, long ceiling) {
        return bid(yard, Map.of("ceilingFen", ceiling));
    }

    /** So much, and no more. */
    ResponseSpec bid(Yard yard, long amount) {
        return bid(yard, Map.of("amountFen", amount, "ceilingFen", amount));
    }

    ResponseSpec bid(Yard yard, Map<String, ?> amounts) {
        return bid(yard.owner(), yard, amounts);
    }

    ResponseSpec bid(Visitor member, Yard yard, Map<String, ?> amounts) {
        var body = new HashMap<String, Object>(amounts);
        body.put("organisation", yard.id());
        return member.post(path("/bids"), body);
    }

    ResponseSpec take(Yard yard, long quantity) {
        return doneBy(yard, "takes", Map.of("organisation", yard.id(), "quantity", quantity));
    }

    ResponseSpec bidForPart(Yard yard, long price, long quantity) {
        return doneBy(
                yard,
                "part-bids",
                Map.of("organisation", yard.id(), "priceFen", price, "quantity", quantity, "takesLess", true));
    }

    ResponseSpec handIn(Yard yard, long amount) {
        var commitment = Commitment.toSealedBid(
                UUID.fromString(lot), position(yard).at("/paddle").asInt(), amount, nonceOf(yard));
        return doneBy(yard, "commitments", Map.of("organisation", yard.id(), "commitment", commitment));
    }

    ResponseSpec open(Yard yard, long amount) {
        return doneBy(
                yard,
                "openings",
                Map.of(
                        "organisation",
                        yard.id(),
                        "amountFen",
                        amount,
                        "nonce",
                        HexFormat.of().formatHex(nonceOf(yard))));
    }

    private static byte[] nonceOf(Yard yard) {
        return HexFormat.of().parseHex(Sha256.of(yard.id()));
    }

    /** The id of the deal that the last award became. */
    String deal() {
        var awards = seen().at("/awards");
        return awards.get(awards.size() - 1).at("/dealId").asString();
    }

    void sign(Yard yard) {
        sign(yard, deal());
    }

    void sign(Yard yard, String deal) {
        var read = Visitor.json(yard.owner().get("/api/v1/deals/" + deal));
        yard.owner()
                .post(
                        "/api/v1/deals/" + deal + "/signatures",
                        Map.of(
                                "organisationId",
                                yard.id(),
                                "contractHash",
                                read.at("/contractHash").asString(),
                                "password",
                                Visitor.PASSWORD))
                .expectStatus()
                .isCreated();
    }

    /** The time for signatures under a deal is over. */
    void signingTimePasses(String deal) {
        database.sql("update deal.deal set sign_by = now() - interval '1 minute' where id = :id")
                .bind("id", UUID.fromString(deal))
                .then()
                .block();
    }

    JsonNode position(Yard yard) {
        return Visitor.json(yard.owner().get(path("/position?organisation=" + yard.id())));
    }

    String depositOf(Yard yard) {
        return position(yard).at("/deposit").asString();
    }

    /** As somebody who is not signed in sees it. */
    JsonNode seen() {
        return Visitor.json(anybody.get(path("")));
    }

    JsonNode record() {
        return Visitor.json(anybody.get(path("/record")));
    }

    /** What somebody finds who recomputes it from the public record, with other code than the platform's. */
    void recompute() throws Contradiction {
        Rules.check(JsonValue.read(record().toString()));
    }

    String path(String below) {
        return "/api/v1/auctions/" + id + below;
    }

    void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(seen().at("/state").asString()).isEqualTo(state));
    }

    /** Who bid next is asked. */
    void awaitSecond() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(seen().at("/awards/1/place").asString()).isEqualTo("SECOND"));
    }

    String lotState() {
        return Visitor.json(anybody.get("/api/v1/lots/" + lot)).at("/state").asString();
    }

    /** Moves the auction and everything that happened in it into the past: no clock is touched. */
    public void timePasses(Duration duration) {
        List.of("""
                        update auction.part_bid set at = at - :by where auction_id = :id""", """
                        update auction.sealed_bid set at = at - :by where auction_id = :id""", """
                        update auction.bid set at = at - :by, ends_at = ends_at - :by where auction_id = :id""", """
                        update auction.step set at = at - :by where auction_id = :id""", """
                        update auction.auction
                        set inspection_from = inspection_from - :by, opens_at = opens_at - :by,
                            planned_end = planned_end - :by, ends_at = ends_at - :by, since = since - :by,
                            deadline = deadline - :by, final_opens_at = final_opens_at - :by
                        where id = :id""")
                .forEach(statement -> database.sql(
                                statement.replace(":by", "interval '%d seconds'".formatted(duration.toSeconds())))
                        .bind("id", UUID.fromString(id))
                        .then()
                        .block());
    }
}
