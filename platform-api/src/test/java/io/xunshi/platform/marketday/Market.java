package io.xunshi.platform.marketday;

import io.xunshi.platform.Officials;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A market day that opens in an hour, with somebody at its desk; tests tell what they do there. */
public final class Market {
    static final String DESK = "/api/v1/my/market-organiser";
    static final String STALLS = "/api/v1/my/market-stalls";

    private final DatabaseClient database;
    private final int port;
    private final Visitor administrator;
    private final Visitor steward;
    private final String organiser;
    private final JsonNode day;

    private Market(DatabaseClient database, int port, int stalls) {
        this.database = database;
        this.port = port;
        administrator = Officials.with(database, port, Role.ADMINISTRATOR);
        steward = Officials.with(database, port, Role.ORGANISATION_MEMBER);
        organiser = Visitor.json(administrator.post(
                        "/api/v1/market-organisers",
                        Map.of("stewardContact", steward.contact(), "name", "文化路街道办", "kind", "NEIGHBOURHOOD")))
                .at("/id")
                .asString();
        day = Visitor.json(steward.post(DESK + "/days", plan(stalls)));
    }

    public static Market announced(DatabaseClient database, int port, int stalls) {
        return new Market(database, port, stalls);
    }

    static Map<String, Object> plan(int stalls) {
        var opens = Instant.now().plus(Duration.ofHours(1));
        return new HashMap<>(Map.of(
                "title",
                "周末跳蚤市场",
                "districtCode",
                "ZZ-JS",
                "address",
                "文化路 97 号院门口广场",
                "applyUntil",
                opens.toString(),
                "opensAt",
                opens.toString(),
                "checkInUntil",
                opens.plus(Duration.ofMinutes(30)).toString(),
                "closesAt",
                opens.plus(Duration.ofHours(4)).toString(),
                "stalls",
                stalls,
                "rules",
                "不卖活物与食品。"));
    }

    public Visitor steward() {
        return steward;
    }

    public Visitor administrator() {
        return administrator;
    }

    public String organiser() {
        return organiser;
    }

    public String id() {
        return day.at("/id").asString();
    }

    String code() {
        return day.at("/code").asString();
    }

    JsonNode seenByEverybody() {
        return Visitor.json(new Visitor(port).get("/api/v1/market-days/" + id()));
    }

    Visitor resident() {
        return new Visitor(port).signUp("摆摊的人");
    }

    ResponseSpec apply(Visitor person) {
        return person.post(
                "/api/v1/market-days/" + id() + "/stalls", Map.of("shownName", "老王旧书", "goods", List.of("baby")));
    }

    /** Somebody with a stall or a place on the waiting list. */
    public Holder holder() {
        var person = resident();
        return new Holder(this, person, Visitor.json(apply(person)));
    }

    /** Somebody who is at their stall. */
    public Holder seller() {
        var holder = holder();
        checkIn(holder.code()).expectStatus().isOk();
        return holder;
    }

    ResponseSpec checkIn(String code) {
        return steward.post(DESK + "/days/" + id() + "/check-ins", Map.of("code", code));
    }

    ResponseSpec cancel() {
        return steward.post(DESK + "/days/" + id() + "/cancellation", Map.of("why", "暴雨预警"));
    }

    JsonNode atDesk() {
        return Visitor.json(steward.get(DESK + "/days/" + id()));
    }

    JsonNode report() {
        return Visitor.json(steward.get(DESK + "/days/" + id() + "/report"));
    }

    /** As if so much time had gone by since it was announced. */
    void letPass(Duration time) {
        run("""
                update marketday.day
                set apply_until = apply_until - :time, opens_at = opens_at - :time, check_in_until = check_in_until - :time,
                    closes_at = closes_at - :time, books_close_at = books_close_at - :time
                where id = :day""", time);
        run("""
                update marketday.sale set due_at = due_at - :time
                where stall_id in (select id from marketday.stall where day_id = :day)""", time);
    }

    private void run(String sql, Duration time) {
        database.sql(sql.replace(":time", "make_interval(secs => :seconds)"))
                .bind("seconds", (double) time.toSeconds())
                .bind("day", UUID.fromString(id()))
                .then()
                .block();
    }

    /** A person with their application. */
    public record Holder(Market market, Visitor person, JsonNode stall) {

        public String id() {
            return stall.at("/id").asString();
        }

        public String code() {
            return stall.at("/code").asString();
        }

        JsonNode now() {
            return Visitor.json(person.get(STALLS + "/" + id()));
        }

        String state() {
            return now().at("/state").asString();
        }

        ResponseSpec withdraw() {
            return person.post(STALLS + "/" + id() + "/withdrawal", Map.of());
        }

        ResponseSpec sell(String saleId, Map<String, Object> sale) {
            return person.put(STALLS + "/" + id() + "/sales/" + saleId, sale);
        }

        /** A toy for five yuan in cash. */
        public String sold() {
            var id = UUID.randomUUID().toString();
            sell(id, toy(500, "CASH")).expectStatus().isOk();
            return id;
        }

        ResponseSpec cancel(String saleId) {
            return person.post(STALLS + "/" + id() + "/sales/" + saleId + "/cancellation", Map.of());
        }

        JsonNode report() {
            return Visitor.json(person.get(STALLS + "/" + id() + "/report"));
        }

        List<String> notices() {
            return Visitor.json(person.get("/api/v1/my/notifications"))
                    .at("/items")
                    .valueStream()
                    .map(notice -> notice.at("/kind").asString())
                    .toList();
        }
    }

    static Map<String, Object> toy(long fen, String means) {
        return unlisted("toy", fen, means);
    }

    static Map<String, Object> unlisted(String category, long fen, String means) {
        return new HashMap<>(Map.of(
                "categoryCode",
                category,
                "conditionCode",
                "GOOD",
                "word",
                "积木一盒",
                "price",
                Goods.fen(fen),
                "means",
                means,
                "soldAt",
                Instant.now().toString()));
    }

    static Map<String, Object> listed(String listing, long fen) {
        return new HashMap<>(Map.of(
                "listingId",
                listing,
                "price",
                Goods.fen(fen),
                "means",
                "CODE",
                "soldAt",
                Instant.now().toString()));
    }
}
