package io.xunshi.platform.consignment;

import io.xunshi.platform.Officials;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A consignment point with somebody at its counter; tests tell what they do there. */
public final class Shop {
    private final DatabaseClient database;
    private final int port;
    private final Visitor administrator;
    private final Visitor operator;
    private final JsonNode point;

    private Shop(DatabaseClient database, int port, int capacity) {
        this.database = database;
        this.port = port;
        administrator = Officials.with(database, port, Role.ADMINISTRATOR);
        operator = Officials.with(database, port, Role.POINT_OPERATOR);
        point = Visitor.json(administrator.post(
                "/api/v1/points",
                Map.of(
                        "accountContact",
                        operator.contact(),
                        "profile",
                        profile(capacity),
                        "commission",
                        Map.of("usualPerMille", 300, "perMilleOf", Map.of("furniture", 250)))));
    }

    public static Shop opened(DatabaseClient database, int port) {
        return new Shop(database, port, 100);
    }

    static Shop withRoomFor(DatabaseClient database, int port, int things) {
        return new Shop(database, port, things);
    }

    static Map<String, Object> profile(int capacity) {
        return Map.of(
                "name", "经三路寄卖点",
                "address", "金水区经三路 66 号",
                "districtCode", "ZZ-JS",
                "hours", "周一至周日 9:00–18:00",
                "capacity", capacity);
    }

    public Visitor operator() {
        return operator;
    }

    Visitor administrator() {
        return administrator;
    }

    public String id() {
        return point.at("/id").asString();
    }

    String code() {
        return point.at("/code").asString();
    }

    /** Somebody else who works there. */
    Visitor colleague() {
        var colleague = Officials.with(database, port, Role.POINT_OPERATOR);
        administrator
                .post("/api/v1/points/" + id() + "/operators", Map.of("contact", colleague.contact()))
                .expectStatus()
                .isNoContent();
        return colleague;
    }

    /** The drawer, with so much in it. */
    public Shop openShift(long fen) {
        Visitor.json(operator.post("/api/v1/my/point/shifts", Map.of("counted", yuan(fen))));
        return this;
    }

    /** A wardrobe, taken in for somebody without a telephone. */
    public JsonNode takeIn() {
        return Visitor.json(operator.post("/api/v1/my/point/agreements", intake(Map.of("name", "王秀英"))));
    }

    /** The same for somebody with an account. */
    public JsonNode takeInFor(Visitor consignor) {
        return Visitor.json(
                operator.post("/api/v1/my/point/agreements", intake(Map.of("contact", consignor.contact()))));
    }

    Map<String, Object> intake(Map<String, Object> consignor) {
        return new HashMap<>(Map.of(
                "consignor",
                consignor,
                "termDays",
                60,
                "markdowns",
                List.of(Map.of("afterDays", 14, "percentOff", 10), Map.of("afterDays", 28, "percentOff", 20)),
                "endChoice",
                "DONATE",
                "items",
                List.of(wardrobe())));
    }

    Map<String, Object> wardrobe() {
        return new HashMap<>(Map.of(
                "title", "老榆木衣柜",
                "description", "双开门，柜脚有磨损。",
                "categoryCode", "storage-furniture",
                "attributes", Map.of("material", "wood"),
                "conditionCode", "GOOD",
                "price", yuan(30_001),
                "minimumPrice", yuan(25_000),
                "photoIds", List.of(Goods.photo(operator)),
                "shelf", "A-3"));
    }

    /** For cash, at the price that the label shows. */
    public ResponseSpec sell(String itemCode) {
        return sell(operator, itemCode);
    }

    ResponseSpec sell(Visitor cashier, String itemCode) {
        return cashier.post(
                "/api/v1/my/point/counter-sales",
                Map.of("itemCode", itemCode, "price", priceOf(itemCode), "received", yuan(50_000)));
    }

    Map<String, Object> priceOf(String itemCode) {
        return yuan(label(itemCode).at("/price/amount").longValue());
    }

    JsonNode label(String itemCode) {
        return Visitor.json(operator.get("/api/v1/my/point/labels/" + itemCode));
    }

    public ResponseSpec settle(String paperCode) {
        return operator.post("/api/v1/my/point/settlements", Map.of("paperCode", paperCode));
    }

    JsonNode agreement(JsonNode taken) {
        return Visitor.json(
                operator.get("/api/v1/my/point/agreements/" + taken.at("/id").asString()));
    }

    long inDrawer() {
        return Visitor.json(operator.get("/api/v1/my/point/shift"))
                .at("/expected/amount")
                .longValue();
    }

    static Map<String, Object> yuan(long fen) {
        return Map.of("amount", fen, "currency", "CNY");
    }

    static String itemCode(JsonNode taken) {
        return taken.at("/items/0/code").asString();
    }

    static String itemId(JsonNode taken) {
        return taken.at("/items/0/id").asString();
    }

    public static String listingId(JsonNode taken) {
        return taken.at("/items/0/listingId").asString();
    }

    static String paperCode(JsonNode taken) {
        return taken.at("/code").asString();
    }
}
