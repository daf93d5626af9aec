package io.xunshi.platform.tender;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A buyer's tender, and what others do with it. */
public final class Procurement {
    private final DatabaseClient database;
    private final Yard buyer;
    private final String id;

    private Procurement(DatabaseClient database, Yard buyer, String id) {
        this.database = database;
        this.buyer = buyer;
        this.id = id;
    }

    public static Procurement drafted(DatabaseClient database, Yard buyer, Map<String, Object> asked) {
        return new Procurement(
                database,
                buyer,
                Visitor.json(buyer.owner().post(buyer.path("/tenders"), asked))
                        .at("/id")
                        .asString());
    }

    public static Procurement published(DatabaseClient database, Yard buyer, Map<String, Object> asked) {
        var drafted = drafted(database, buyer, asked);
        drafted.publish().expectStatus().isOk();
        return drafted;
    }

    /** One line of sixty tonnes of old extrusions in parts of ten, and one of twenty of anything made of aluminium. */
    public static Map<String, Object> twoLines() {
        return asking(List.of(
                Map.of(
                        "materialCode",
                        Yard.OLD_EXTRUSIONS,
                        "quantity",
                        60_000_000,
                        "leastQuantity",
                        10_000_000,
                        "quality",
                        Map.of("al_pct", Map.of("min", 95))),
                Map.of("materialCode", "NF-AL", "quantity", 20_000_000)));
    }

    public static Map<String, Object> asking(List<Map<String, Object>> lines) {
        var close = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        return new HashMap<>(Map.of(
                "title",
                "月度采购旧铝",
                "areaCode",
                "ZZ-XM",
                "address",
                "产业园",
                "delivery",
                "AT_SELLER",
                "payment",
                "PROVISIONAL_AND_FINAL",
                "tax",
                "INCLUDES_VAT_13",
                "lines",
                lines,
                "closesAt",
                close.toString(),
                "awardBy",
                close.plus(Duration.ofDays(5)).toString()));
    }

    public String id() {
        return id;
    }

    public String path(String below) {
        return "/api/v1/tenders/" + id + below;
    }

    public ResponseSpec publish() {
        return buyer.owner().post(path("/publication"), Map.of());
    }

    public ResponseSpec cancel(String reason) {
        return buyer.owner().post(path("/cancellation"), Map.of("reason", reason));
    }

    public JsonNode seenBy(Visitor reader) {
        return Visitor.json(reader.get(path("")));
    }

    /** Quotes so much of a lot at a price in fen for a tonne. */
    public ResponseSpec quote(Yard supplier, int line, JsonNode lot, long kilograms, long fen) {
        return supplier.owner().put(path("/lines/" + line + "/quote"), quoting(supplier, lot, kilograms, fen));
    }

    public static Map<String, Object> quoting(Yard supplier, JsonNode lot, long kilograms, long fen) {
        return Map.of(
                "organisationId",
                supplier.id(),
                "lotId",
                lot.at("/id").asString(),
                "quantity",
                kilograms * 1_000,
                "price",
                Map.of("amount", fen, "currency", "CNY"),
                "validTo",
                Yard.TODAY.plusDays(20).toString());
    }

    /** Its time for quotes is over; the timer has not run yet. */
    public void timeIsOver() {
        set("closes_at = now() - interval '1 minute'");
    }

    /** It closes while somebody may still be quoting. */
    public void closesInAMoment() {
        set("closes_at = now() + interval '400 milliseconds'");
    }

    /** Its time for deciding is over, too. */
    public void decisionIsOver() {
        set("closes_at = now() - interval '2 hours', award_by = now() - interval '1 minute'");
    }

    private void set(String what) {
        database.sql("update tender.tender set " + what + " where id = :id::uuid")
                .bind("id", id)
                .then()
                .block();
    }

    public JsonNode comparison() {
        return Visitor.json(buyer.owner().get(path("/comparison")));
    }

    public ResponseSpec award(List<Map<String, Object>> picks) {
        return buyer.owner().post(path("/awards"), Map.of("picks", picks));
    }

    public static Map<String, Object> pick(JsonNode quote, long kilograms) {
        return Map.of("quoteId", quote.at("/id").asString(), "quantity", kilograms * 1_000);
    }

    /** The id of a question of somebody's. */
    public String asked(Yard asker) {
        return Visitor.json(ask(asker, "可以分两车送吗？")).at("/id").asString();
    }

    public ResponseSpec ask(Yard asker, String question) {
        return asker.owner().post(path("/questions"), Map.of("organisationId", asker.id(), "question", question));
    }

    public ResponseSpec answer(String question, String answer) {
        return buyer.owner().put(path("/questions/" + question + "/answer"), Map.of("answer", answer));
    }
}
