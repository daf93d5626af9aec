package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A dispute about a trade; tests tell how it goes on. */
public final class Quarrel {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Trade trade;
    final String id;

    private Quarrel(Trade trade, String id) {
        this.trade = trade;
        this.id = id;
    }

    /** What a buyer with a damaged thing asks; tests change what they are about. */
    static Map<String, Object> damaged(Visitor buyer, String remedy) {
        return new HashMap<>(Map.of(
                "reason",
                "DAMAGED",
                "remedy",
                remedy,
                "words",
                "背板裂了一道缝，描述里没有写。",
                "photoIds",
                List.of(Goods.photo(buyer))));
    }

    /** The buyer wants the whole price back and keeps the thing. */
    public static Quarrel opened(Trade trade) {
        return opened(trade, damaged(trade.buyer, "REFUND_WITHOUT_RETURN"));
    }

    static Quarrel opened(Trade trade, Map<String, ?> request) {
        var dispute = Visitor.json(trade.doneBy(trade.buyer, "disputes", request));
        return new Quarrel(trade, dispute.at("/id").asString());
    }

    public String id() {
        return id;
    }

    /** Both talked, and one of them called an officer. */
    public Quarrel escalated() {
        ok(trade.seller, "rejection", Map.of("words", "交货时是好的。"));
        ok(trade.buyer, "escalation", Map.of());
        return this;
    }

    ResponseSpec does(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/disputes/" + id + "/" + action, body);
    }

    JsonNode ok(Visitor person, String action, Map<String, ?> body) {
        return Visitor.json(does(person, action, body));
    }

    JsonNode offers(Visitor person, long fen) {
        return ok(
                person,
                "proposals",
                Map.of("remedy", "PARTIAL_REFUND", "refund", Map.of("amount", fen, "currency", "CNY"), "words", ""));
    }

    /** Accepts what the other side proposed last. */
    ResponseSpec accepts(Visitor person) {
        return does(
                person,
                "acceptance",
                Map.of("step", seenBy(person).at("/acceptable").asInt()));
    }

    ResponseSpec decides(Visitor officer, String remedy, long fen) {
        var body = new HashMap<String, Object>(Map.of("remedy", remedy, "reasons", "照片与快照一致地显示了裂缝，卖家应承担。"));
        if (remedy.equals("PARTIAL_REFUND")) {
            body.put("refund", Map.of("amount", fen, "currency", "CNY"));
        }
        return officer.post("/api/v1/dispute-cases/" + id + "/decision", body);
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/disputes/" + id));
    }

    List<String> steps() {
        return IntStream.range(0, seenBy(trade.buyer).at("/steps").size())
                .mapToObj(i -> seenBy(trade.buyer).at("/steps/" + i + "/kind").asString())
                .toList();
    }

    void awaitState(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(seenBy(trade.buyer).at("/state").asString()).isEqualTo(state));
    }

    /** Nobody did anything for as long as the state may last. */
    void timeIsUp(DatabaseClient database) {
        database.sql("update orders.dispute set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(id))
                .then()
                .block();
    }
}
