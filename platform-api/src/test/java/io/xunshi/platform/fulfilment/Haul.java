package io.xunshi.platform.fulfilment;

import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A signed deal over old aluminium extrusions, and what its two sides do to perform it. */
public final class Haul {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GRAMS = 1_000;

    private final Yard seller;
    private final Yard buyer;
    private final String deal;
    private final String plate = "豫A" + ThreadLocalRandom.current().nextInt(10_000, 100_000);

    private Haul(Yard seller, Yard buyer, String deal) {
        this.seller = seller;
        this.buyer = buyer;
        this.deal = deal;
    }

    /** Over 20 t at 15,600 yuan, with 200 yuan off a tonne for each point of aluminium below 97.5 %. */
    public static Haul signed(DatabaseClient database, int port) {
        var terms = Yard.lot(20_000);
        terms.put("formula", formula());
        return signed(database, port, terms);
    }

    public static Haul signed(DatabaseClient database, int port, Map<String, Object> lot) {
        var seller = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        var buyer = Yard.filed(database, port, "新密铝厂");
        var id = buyer.bought(Visitor.json(seller.offer(seller.owner(), lot)));
        var haul = new Haul(seller, buyer, id);
        haul.sign(seller);
        haul.sign(buyer);
        await().atMost(PATIENCE)
                .untilAsserted(() -> haul.get(seller.owner()).expectStatus().isOk());
        haul.registerScale(seller, "S-01");
        haul.registerScale(buyer, "B-01");
        return haul;
    }

    static Map<String, Object> formula() {
        return Map.of(
                "kind",
                "FIXED",
                "fenPerTonne",
                0,
                "penalties",
                List.of(Map.of(
                        "attribute",
                        "al_pct",
                        "bad",
                        "BELOW",
                        "free",
                        9_750,
                        "deduction",
                        Map.of("kind", "LINEAR", "per", 100, "fenPerTonne", 20_000))));
    }

    private void sign(Yard side) {
        var contract = Visitor.json(side.owner().get("/api/v1/deals/" + deal));
        side.owner()
                .post(
                        "/api/v1/deals/" + deal + "/signatures",
                        Map.of(
                                "organisationId", side.id(),
                                "contractHash", contract.at("/contractHash").asString(),
                                "password", Visitor.PASSWORD))
                .expectStatus()
                .isCreated();
    }

    private void registerScale(Yard side, String device) {
        side.owner()
                .post(side.path("/weigh-devices"), scale(device, 300))
                .expectStatus()
                .isCreated();
    }

    static Map<String, Object> scale(String device, int days) {
        return Map.of(
                "id",
                device,
                "name",
                "一号地磅",
                "certificate",
                "JD-2026-0417",
                "certificateTo",
                Yard.TODAY.plusDays(days).toString());
    }

    public Yard seller() {
        return seller;
    }

    public Yard buyer() {
        return buyer;
    }

    public String deal() {
        return deal;
    }

    String plate() {
        return plate;
    }

    public ResponseSpec get(Visitor who) {
        return who.get("/api/v1/deals/" + deal + "/fulfilment");
    }

    public JsonNode seen() {
        return Visitor.json(get(buyer.owner()));
    }

    public String state() {
        return seen().at("/state").asString();
    }

    public ResponseSpec post(Yard side, String below, Map<String, ?> body) {
        var whole = new HashMap<String, Object>(body);
        whole.put("organisationId", side.id());
        return side.owner().post("/api/v1/deals/" + deal + below, whole);
    }

    /** What only one side can do, so that nobody says for whom. */
    public ResponseSpec postAs(Visitor who, String below, Object body) {
        return who.post("/api/v1/deals/" + deal + below, body);
    }

    ResponseSpec dispatch(Map<String, Object> load) {
        return postAs(seller.owner(), "/loads", load);
    }

    Map<String, Object> load(boolean last) {
        return new HashMap<>(Map.of("plate", plate, "driver", "赵师傅", "quantity", 20_000 * GRAMS, "isLast", last));
    }

    /** The id of the one load that carries everything. */
    public String dispatched() {
        return Visitor.json(dispatch(load(true))).at("/loads/0/id").asString();
    }

    /** A ticket of a side's own scale, in kilograms; a test says otherwise what it is about. */
    Map<String, Object> ticket(Yard side, long grossKilograms, long tareKilograms) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new HashMap<>(Map.of(
                "organisationId",
                side.id(),
                "scale",
                side == seller ? "SELLER" : "BUYER",
                "device",
                side == seller ? "S-01" : "B-01",
                "plate",
                plate,
                "grossGrams",
                grossKilograms * GRAMS,
                "grossAt",
                now.toString(),
                "tareGrams",
                tareKilograms * GRAMS,
                "tareAt",
                now.minusSeconds(600).toString(),
                "documentIds",
                List.of()));
    }

    ResponseSpec weigh(Yard side, String load, Map<String, Object> ticket) {
        return side.owner().post("/api/v1/loads/" + load + "/tickets", ticket);
    }

    /** Twenty tonnes on both scales. */
    public Haul weighed() {
        var load = dispatched();
        weigh(seller, load, ticket(seller, 32_180, 12_180)).expectStatus().isCreated();
        weigh(buyer, load, ticket(buyer, 32_170, 12_180)).expectStatus().isCreated();
        return this;
    }

    Map<String, Object> sample() {
        return Map.of(
                "takenBy",
                "李取样",
                "place",
                "新密铝厂料场",
                "seals",
                List.of("F-001", "F-002", "F-003", "F-004"),
                "takenAt",
                Instant.now().toString(),
                "documentIds",
                List.of());
    }

    public Haul sampled() {
        weighed();
        post(buyer, "/sample", sample()).expectStatus().isCreated();
        return this;
    }

    static Map<String, Object> reading(long aluminium, long inclusion) {
        return Map.of(
                "values",
                Map.of("al_pct", aluminium, "inclusion_pct", inclusion),
                "rejects",
                List.of(),
                "documentIds",
                List.of());
    }

    public ResponseSpec report(Yard side, long aluminium, long inclusion) {
        return post(side, "/assays", Map.of("laboratory", "本厂化验室", "reading", reading(aluminium, inclusion)));
    }

    /** As it was agreed: 97.5 % aluminium, 1.2 % inclusions. */
    public Haul assayed() {
        sampled();
        report(seller, 9_750, 120).expectStatus().isCreated();
        report(buyer, 9_750, 120).expectStatus().isCreated();
        return this;
    }

    public static Map<String, Object> remedy(String kind, long fen) {
        return Map.of("kind", kind, "fen", fen);
    }

    /** The buyer wants something for what is wrong. */
    public ResponseSpec claim(Map<String, Object> remedy) {
        return postAs(buyer.owner(), "/claims", Map.of("remedy", remedy, "words", "表面油污严重", "documentIds", List.of()));
    }

    ResponseSpec offer(Yard side, Map<String, Object> remedy) {
        return post(side, "/claim/offers", Map.of("remedy", remedy, "words", "按此处理", "documentIds", List.of()));
    }

    /** As if what is waited for had not come in time. */
    void letTimePass(DatabaseClient database) {
        database.sql("update fulfilment.fulfilment set deadline = now() - interval '1 minute' where deal = :deal")
                .bind("deal", UUID.fromString(deal))
                .then()
                .block();
    }
}
