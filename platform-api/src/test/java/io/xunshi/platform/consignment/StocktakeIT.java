package io.xunshi.platform.consignment;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.consignment.Shop.itemCode;
import static io.xunshi.platform.consignment.Shop.itemId;
import static io.xunshi.platform.consignment.Shop.listingId;
import static io.xunshi.platform.consignment.Shop.paperCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A shelf is counted while the shop goes on, and what follows from it is posted. */
@PlatformTest
class StocktakeIT {
    private static final String STOCKTAKES = "/api/v1/my/point/stocktakes";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Shop shop;

    @BeforeEach
    void thePointIsOpen() {
        shop = Shop.opened(database, port).openShift(100_000);
    }

    @Test
    void forWhatIsGoneThePointOwesItsOwnerWhatASaleWouldHaveBrought() {
        var owner = new Visitor(port).signUp("寄卖人");
        var found = shop.takeIn();
        var misplaced = shop.takeIn();
        var gone = shop.takeInFor(owner);
        var goneAndBought = shop.takeIn();
        var trade = Trade.placed(port, shop.operator(), listingId(goneAndBought));
        trade.pay();
        trade.awaitState("PAID");
        var counting = open(null);

        scan(counting, Map.of(itemCode(found), "A-3", itemCode(misplaced), "B-7"));

        assertThat(kinds(counting))
                .containsOnly(
                        Map.entry(itemCode(misplaced), "MISPLACED"),
                        Map.entry(itemCode(gone), "MISSING"),
                        Map.entry(itemCode(goneAndBought), "MISSING"));
        explain(counting, itemCode(misplaced), "MOVED").expectStatus().isOk();
        explain(counting, itemCode(gone), "LOST").expectStatus().isOk();
        assertThat(codeOf(explain(counting, itemCode(goneAndBought), "MOVED")))
                .isEqualTo("consignment.reason-does-not-fit");
        assertThat(codeOf(close(counting))).isEqualTo("consignment.differences-not-explained");
        explain(counting, itemCode(goneAndBought), "STOLEN").expectStatus().isOk();
        var report = Visitor.json(close(counting));

        assertThat(report.at("/expected").intValue()).isEqualTo(4);
        assertThat(report.at("/scanned").intValue()).isEqualTo(2);
        assertThat(compensations(report)).containsExactly(22_501L, 22_501L);
        assertThat(shop.agreement(gone).at("/owed/amount").longValue()).isEqualTo(22_501);
        assertThat(shop.label(itemCode(gone)).at("/state").asString()).isEqualTo("LOST");
        assertThat(shop.label(itemCode(misplaced)).at("/shelf").asString()).isEqualTo("B-7");
        assertThat(pointFunds()).isEqualTo(100_000 - 2 * 22_501);
        assertThat(sum("select coalesce(sum(amount), 0)::bigint from payment.posting"))
                .isZero();
        trade.awaitState("CANCELLED");
        assertThat(Visitor.json(trade.buyer().get("/api/v1/orders/" + trade.order()))
                        .toString())
                .contains("GOODS_LOST");
        await().untilAsserted(() -> assertThat(OutsideWorld.messagesTo(owner.contact()))
                .extracting(message -> message.at("/template").asString())
                .contains("consignment-lost"));
        assertThat(Visitor.json(shop.settle(paperCode(gone)))
                        .at("/amount/amount")
                        .longValue())
                .isEqualTo(22_501);
        assertThat(codeOf(close(counting))).isEqualTo("consignment.stocktake-is-closed");
        assertThat(Visitor.json(shop.operator().get(STOCKTAKES + "/" + counting))
                        .at("/differences"))
                .isEqualTo(report.at("/differences"));
    }

    @Test
    void theShopGoesOnWhileItIsCounted() {
        var soldBefore = itemCode(shop.takeIn());
        shop.sell(soldBefore).expectStatus().isCreated();
        var soldAfterItsScan = itemCode(shop.takeIn());
        var soldUnscanned = itemCode(shop.takeIn());
        var returned = shop.takeIn();
        var counting = open(null);
        var cameMeanwhile = itemCode(shop.takeIn());

        scan(counting, Map.of(soldAfterItsScan, "A-3", soldBefore, "A-3"));
        scan(counting, Map.of(soldAfterItsScan, "A-3", soldBefore, "A-3", "没有的标签", "A-3"));
        shop.sell(soldAfterItsScan).expectStatus().isCreated();
        shop.sell(soldUnscanned).expectStatus().isCreated();
        shop.operator()
                .post(
                        "/api/v1/my/point/items/" + itemId(returned) + "/return",
                        Map.of("paperCode", paperCode(returned)))
                .expectStatus()
                .isOk();

        assertThat(kinds(counting))
                .hasSize(2)
                .containsEntry(soldBefore, "ALREADY_SOLD")
                .containsValue("UNEXPECTED");
        assertThat(kinds(counting)).doesNotContainKey(cameMeanwhile);
        assertThat(codeOf(shop.operator().post(STOCKTAKES, Map.of()))).isEqualTo("consignment.stocktake-is-open");
    }

    @Test
    void onePlaceIsCountedAloneAndWhatTurnsUpIsFound() {
        var here = itemCode(shop.takeIn());
        var elsewhere = shop.takeIn();
        shop.operator()
                .put("/api/v1/my/point/items/" + itemId(elsewhere) + "/shelf", Map.of("shelf", "C-1"))
                .expectStatus()
                .isOk();
        var counting = open("A-3");
        var places = Visitor.json(shop.operator().get("/api/v1/my/point/places"));
        assertThat(places.at("/places")).hasSize(2);
        assertThat(places.at("/places/1/name").asString()).isEqualTo("C-1");
        assertThat(places.at("/places/1/things").intValue()).isEqualTo(1);
        assertThat(onShelf("C-1", "衣柜")).hasSize(1);
        assertThat(onShelf("C-1", "书架")).isEmpty();

        assertThat(kinds(counting)).containsOnly(Map.entry(here, "MISSING"));
        explain(counting, here, "LOST").expectStatus().isOk();
        scan(counting, Map.of(here, "A-3"));
        var report = Visitor.json(close(counting));

        assertThat(report.at("/differences")).isEmpty();
        assertThat(shop.label(here).at("/state").asString()).isEqualTo("ON_SALE");
    }

    private JsonNode onShelf(String place, String words) {
        return Visitor.json(shop.operator()
                        .get("/api/v1/my/point/items?shelf=" + place + "&q="
                                + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .at("/items");
    }

    private String open(@Nullable String shelf) {
        return Visitor.json(shop.operator().post(STOCKTAKES, shelf == null ? Map.of() : Map.of("shelf", shelf)))
                .at("/id")
                .asString();
    }

    private void scan(String counting, Map<String, String> placesOfLabels) {
        var scans = new ArrayList<Map<String, Object>>();
        placesOfLabels.forEach((label, place) -> scans.add(
                Map.of("code", label, "shelf", place, "at", Instant.now().toString())));
        shop.operator()
                .post(STOCKTAKES + "/" + counting + "/scans", Map.of("scans", scans))
                .expectStatus()
                .isOk();
    }

    private ResponseSpec explain(String counting, String label, String reason) {
        return shop.operator()
                .put(STOCKTAKES + "/" + counting + "/differences/" + label, Map.of("reason", reason, "note", "盘点"));
    }

    private ResponseSpec close(String counting) {
        return shop.operator().post(STOCKTAKES + "/" + counting + "/closing", Map.of());
    }

    private Map<String, String> kinds(String counting) {
        var kinds = new HashMap<String, String>();
        Visitor.json(shop.operator().get(STOCKTAKES + "/" + counting))
                .at("/differences")
                .forEach((JsonNode line) ->
                        kinds.put(line.at("/code").asString(), line.at("/kind").asString()));
        return kinds;
    }

    private static List<Long> compensations(JsonNode report) {
        return report.at("/differences")
                .valueStream()
                .filter(line -> !line.at("/compensation").isNull())
                .map(line -> line.at("/compensation/amount").longValue())
                .toList();
    }

    private long pointFunds() {
        return sum(
                "select coalesce(sum(amount), 0)::bigint from payment.posting where kind = 'POINT_FUNDS' and owner = '%s'"
                        .formatted(UUID.fromString(shop.id())));
    }

    private long sum(String sql) {
        var sum = database.sql(sql)
                .map((row, metadata) -> row.get(0, Long.class))
                .one()
                .block();
        return Objects.requireNonNull(sum);
    }
}
