package io.xunshi.platform.consignment;

import static io.xunshi.platform.consignment.Shop.itemCode;
import static io.xunshi.platform.consignment.Shop.listingId;
import static io.xunshi.platform.consignment.Shop.paperCode;
import static io.xunshi.platform.consignment.Shop.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A point from the intake to the payout: what is owed to whom, and who may see and do what. */
@PlatformTest
class ConsignmentIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Shop shop;

    @BeforeEach
    void aPointIsOpen() {
        shop = Shop.opened(database, port);
    }

    @Test
    void aGrandmotherGetsHerMoneyWithoutOwningATelephone() {
        shop.openShift(20_000);
        var taken = shop.takeIn();
        assertThat(taken.at("/consignor").asString()).isEqualTo("王**");
        assertThat(taken.at("/items/0/perMille").intValue()).isEqualTo(250);

        var sale = Visitor.json(shop.sell(itemCode(taken)));

        assertThat(sale.at("/change/amount").longValue()).isEqualTo(19_999);
        // 25 % of 300.01 yuan are 75.0025, and not a fen is lost.
        assertThat(shop.agreement(taken).at("/owed/amount").longValue()).isEqualTo(22_501);
        assertThat(shop.inDrawer()).isEqualTo(50_001);

        var statement = Visitor.json(shop.settle(paperCode(taken)));

        assertThat(statement.at("/amount/amount").longValue()).isEqualTo(22_501);
        assertThat(statement.at("/lines/0/commission/amount").longValue()).isEqualTo(7_500);
        assertThat(shop.inDrawer()).isEqualTo(27_500);
        refused(shop.settle(paperCode(taken)), 409, "consignment.nothing-to-settle");
        var page = paper(paperCode(taken));
        assertThat(page.at("/owed/amount").longValue()).isZero();
        assertThat(page.at("/settlements/0/number")).isEqualTo(statement.at("/number"));
        assertThat(page.toString()).doesNotContain("王");
        assertThat(sumOfLedger()).isZero();
        assertThat(sumOf("POINT_COMMISSION", shop.id())).isEqualTo(7_500);
        assertThat(sumOf("CASH_DRAWER", shop.id())).isEqualTo(-27_500);
    }

    @Test
    void whatIsSoldOverTheCounterIsSealedAndCounted() {
        shop.openShift(0);
        var sale = Visitor.json(shop.sell(itemCode(shop.takeIn())));
        var code = sale.at("/code").asString();

        await().untilAsserted(() ->
                new Visitor(port).get("/api/v1/receipts/" + code).expectStatus().isOk());
        var receipt = Visitor.json(new Visitor(port).get("/api/v1/receipts/" + code));

        var entry = receipt.at("/records/0/entry").asString();
        var record = TradeRecord.read(entry.getBytes(StandardCharsets.UTF_8));
        assertThat(record.step()).isEqualTo(TradeRecord.Step.COUNTER_SOLD);
        assertThat(record.particulars().point()).isEqualTo(shop.code());
        assertThat(record.priceFen()).isEqualTo(30_001);
        assertThat(entry).contains("\"mode\":\"consignment\"").doesNotContain("王");
        assertThat(tradesToday()).isPositive();
        assertThat(tradesTodayAt(shop.code())).isEqualTo(1);
    }

    @Test
    void whatIsSoldOnlineIsHandedOverAtThePointAndDividedByTheAgreement() {
        var consignor = new Visitor(port).signUp("寄卖人");
        var taken = shop.takeInFor(consignor);
        var trade = Trade.placed(port, shop.operator(), listingId(taken));
        trade.pay();
        trade.awaitState("PAID");
        assertThat(shop.label(itemCode(taken)).at("/promised").booleanValue()).isTrue();
        refused(shop.openShift(0).sell(itemCode(taken)), 409, "consignment.item-not-available");

        var pickupCode = Visitor.json(trade.buyer().get("/api/v1/orders/" + trade.order()))
                .at("/pickupCode")
                .asString();
        refused(handOver(itemCode(taken), "x"), 422, "order.pickup-code-wrong");
        handOver(itemCode(taken), pickupCode).expectStatus().isOk();

        await().untilAsserted(() ->
                assertThat(shop.agreement(taken).at("/owed/amount").longValue()).isEqualTo(22_501));
        // The platform's 0.6 % come out of the point's 25 %.
        assertThat(sumOf("POINT_COMMISSION", shop.id())).isEqualTo(7_320);
        assertThat(available(shop.operator())).isZero();
        assertThat(postingsOf(trade.order())).isZero();

        var settlement = "/api/v1/my/consignments/" + taken.at("/id").asString() + "/settlement";
        Visitor.json(consignor.post(settlement, Map.of()));

        assertThat(available(consignor)).isEqualTo(22_501);
        refused(consignor.post(settlement, Map.of()), 409, "consignment.nothing-to-settle");
        refused(trade.buyer().post(settlement, Map.of()), 404, "consignment.no-such-agreement");
        await().untilAsserted(() -> assertThat(OutsideWorld.messagesTo(consignor.contact()))
                .extracting(message -> message.at("/template").asString())
                .contains("consignment-sold"));
        assertThat(sumOfLedger()).isZero();
    }

    @Test
    void whatAShopSellsOfItsOwnIsItsBalance() {
        var resident = Officials.with(database, port, Role.RESIDENT, Role.POINT_OPERATOR);
        var listing = Goods.published(resident).at("/id").asString();
        Visitor.json(shop.administrator()
                .post(
                        "/api/v1/points",
                        Map.of(
                                "accountContact", resident.contact(),
                                "profile", Shop.profile(10),
                                "commission", Map.of("usualPerMille", 300))));

        var trade = Trade.placed(port, resident, listing);
        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();

        await().untilAsserted(() -> assertThat(available(resident)).isEqualTo(27_832));
    }

    @Test
    void theShopCannotChangeBehindItsConsignorsBack() {
        var taken = shop.takeIn();
        var resident = Officials.with(database, port, Role.RESIDENT);
        var listing = "/api/v1/listings/" + listingId(taken);
        database.sql("update identity.account set roles = '{RESIDENT,POINT_OPERATOR}' where id = :id")
                .bind(
                        "id",
                        UUID.fromString(Visitor.json(resident.get(listing))
                                .at("/seller/id")
                                .asString()))
                .then()
                .block();
        shop.operator().signIn(Visitor.PASSWORD).expectStatus().isCreated();

        refused(shop.operator().post(listing + "/withdrawal", Map.of()), 409, "listing.managed");
        refused(shop.operator().put(listing, Map.of("title", "便宜卖"), "\"2\""), 409, "listing.managed");
    }

    @Test
    void aNewSchemeChangesNoAgreementOfBefore() {
        var before = shop.takeIn();
        var soon = Instant.now().plus(1, ChronoUnit.SECONDS);
        shop.administrator()
                .post(
                        "/api/v1/points/" + shop.id() + "/commission-schemes",
                        Map.of("effectiveFrom", soon.toString(), "usualPerMille", 400))
                .expectStatus()
                .isCreated();
        refused(
                shop.administrator()
                        .post(
                                "/api/v1/points/" + shop.id() + "/commission-schemes",
                                Map.of("effectiveFrom", "2020-01-01T00:00:00Z", "usualPerMille", 400)),
                409,
                "consignment.scheme-begins-too-early");

        await().untilAsserted(() -> assertThat(Visitor.json(shop.operator().get("/api/v1/my/point"))
                        .at("/commission/version")
                        .intValue())
                .isEqualTo(2));

        assertThat(shop.agreement(before).at("/items/0/perMille").intValue()).isEqualTo(250);
        assertThat(shop.takeIn().at("/items/0/perMille").intValue()).isEqualTo(400);
    }

    @Test
    void aFullPointTakesNothingInAndEveryFaultIsNamed() {
        var small = Shop.withRoomFor(database, port, 1);
        small.takeIn();
        refused(
                small.operator().post("/api/v1/my/point/agreements", small.intake(Map.of("name", "王秀英"))),
                409,
                "consignment.point-is-full");

        var wrong = shop.intake(Map.of("name", "王秀英"));
        var ungraded = shop.wardrobe();
        ungraded.put("conditionCode", "SO-SO");
        wrong.put("items", List.of(shop.wardrobe(), ungraded));
        assertThat(refused(shop.operator().post("/api/v1/my/point/agreements", wrong), 400, "http.invalid")
                        .toString())
                .contains("items[1].conditionCode");
        wrong.put("items", List.of(dearMinimum()));
        assertThat(refused(shop.operator().post("/api/v1/my/point/agreements", wrong), 400, "http.invalid")
                        .toString())
                .contains("items[0].minimumPrice");
        refused(
                shop.operator().post("/api/v1/my/point/agreements", shop.intake(Map.of("contact", "13800000000"))),
                422,
                "consignment.no-such-consignor");
    }

    @Test
    void whatThePointAnswersAboutTheConditionStandsOnTheListing() {
        var graded = shop.wardrobe();
        graded.put("report", Map.of("checklist", "furniture", "edition", 1, "answers", Map.of("wobble", "loose")));
        var intake = shop.intake(Map.of("name", "王秀英"));
        intake.put("items", List.of(graded));
        assertThat(refused(shop.operator().post("/api/v1/my/point/agreements", intake), 400, "http.invalid")
                        .toString())
                .contains("items[0].conditionCode");

        graded.put("conditionCode", "WORN");
        var taken = Visitor.json(shop.operator().post("/api/v1/my/point/agreements", intake));
        var listing = Visitor.json(shop.operator()
                .get("/api/v1/listings/" + taken.at("/items/0/listingId").asString()));
        assertThat(listing.at("/report/answers/wobble").asString()).isEqualTo("loose");
    }

    @Test
    void aPriceThatTheTillDoesNotKnowSellsNothing() {
        shop.openShift(0);
        var code = itemCode(shop.takeIn());

        refused(cash(code, 29_000, 30_000), 409, "consignment.price-changed");
        refused(cash(code, 30_001, 30_000), 422, "consignment.not-enough-cash");

        assertThat(shop.label(code).at("/state").asString()).isEqualTo("ON_SALE");
        assertThat(shop.inDrawer()).isZero();
    }

    @Test
    void theDrawerIsCountedAndADifferenceExplained() {
        refused(shop.sell(itemCode(shop.takeIn())), 409, "consignment.no-open-shift");
        shop.openShift(10_000);
        refused(
                shop.operator().post("/api/v1/my/point/shifts", Map.of("counted", yuan(0))),
                409,
                "consignment.shift-is-open");
        refused(move("TAKE_OUT", 10_001), 409, "consignment.drawer-has-too-little");
        move("PUT_IN", 5_000).expectStatus().isCreated();
        move("TAKE_OUT", 3_000).expectStatus().isCreated();
        refused(close(11_900, ""), 422, "consignment.difference-not-explained");

        var closed = Visitor.json(close(11_900, "找零多给一元"));

        assertThat(closed.at("/closing/difference/amount").longValue()).isEqualTo(-100);
        assertThat(sumOf("CASH_DIFFERENCE", shop.id())).isEqualTo(-100);
        assertThat(sumOf("POINT_FUNDS", shop.id())).isEqualTo(12_000);
        assertThat(sumOf("CASH_DRAWER", shop.id())).isEqualTo(-11_900);
        // What was put into the drawer over night is the point's own.
        shop.openShift(12_900);
        assertThat(sumOf("POINT_FUNDS", shop.id())).isEqualTo(13_000);
        assertThat(sumOfLedger()).isZero();
    }

    @Test
    void aConsignorIsPaidOnlyFromWhatIsInTheDrawer() {
        shop.openShift(0);
        var taken = shop.takeIn();
        Visitor.json(shop.sell(itemCode(taken)));
        move("TAKE_OUT", 10_000).expectStatus().isCreated();

        refused(shop.settle(paperCode(taken)), 409, "consignment.drawer-has-too-little");

        assertThat(shop.agreement(taken).at("/owed/amount").longValue()).isEqualTo(22_501);
        move("PUT_IN", 10_000).expectStatus().isCreated();
        shop.settle(paperCode(taken)).expectStatus().isCreated();
    }

    @Test
    void forStaffOfAnotherPointNothingOfThisOneExists() {
        shop.openShift(20_000);
        var taken = shop.takeIn();
        var sale = Visitor.json(shop.sell(itemCode(taken)));
        var statement = Visitor.json(shop.settle(paperCode(taken)));
        var onShelf = shop.takeIn();
        var other = Shop.opened(database, port).openShift(50_000);
        var stranger = other.operator();

        for (var path : List.of(
                "labels/" + itemCode(onShelf),
                "agreements/" + taken.at("/id").asString(),
                "counter-sales/" + sale.at("/id").asString(),
                "settlements/" + statement.at("/id").asString())) {
            stranger.get("/api/v1/my/point/" + path).expectStatus().isNotFound();
        }
        var item = "/api/v1/my/point/items/" + Shop.itemId(onShelf);
        var paper = Map.of("paperCode", paperCode(onShelf));
        stranger.post(item + "/return", paper).expectStatus().isNotFound();
        stranger.post(item + "/disposal", Map.of()).expectStatus().isNotFound();
        stranger.put(item + "/shelf", Map.of("shelf", "B")).expectStatus().isNotFound();
        refused(other.settle(paperCode(taken)), 422, "consignment.paper-code-wrong");
        refused(
                stranger.post(
                        "/api/v1/my/point/counter-sales",
                        Map.of("itemCode", itemCode(onShelf), "price", yuan(30_001), "received", yuan(30_001))),
                404,
                "consignment.no-such-item");
        assertThat(Visitor.json(stranger.get("/api/v1/my/point/items")).at("/items"))
                .isEmpty();
        assertThat(Visitor.json(stranger.get("/api/v1/my/point/agreements")).at("/items"))
                .isEmpty();
    }

    @Test
    void whoLeavesAPointDoesNothingThereAnyMore() {
        var colleague = shop.colleague();
        colleague.get("/api/v1/my/point").expectStatus().isOk();
        var account =
                Visitor.json(colleague.get("/api/v1/session")).at("/account/id").asString();

        shop.administrator()
                .delete("/api/v1/points/" + shop.id() + "/operators/" + account)
                .expectStatus()
                .isNoContent();

        refused(colleague.get("/api/v1/my/point"), 403, "consignment.not-at-a-point");
    }

    @Test
    void residentsFindThePointAndPaperCodesTellNothingWhenWrong() {
        var visitor = new Visitor(port);

        var near = Visitor.json(visitor.get("/api/v1/points?district=ZZ-JS"));

        assertThat(near.valueStream().map(point -> point.at("/id").asString())).contains(shop.id());
        assertThat(near.valueStream().map(point -> point.at("/metres").longValue()))
                .isSorted();
        assertThat(Visitor.json(visitor.get("/api/v1/points/" + shop.id()))
                        .at("/commission/perMilleOf/furniture")
                        .intValue())
                .isEqualTo(250);
        refused(visitor.get("/api/v1/paper-codes/A000-0000-0000-0"), 404, "consignment.no-such-agreement");
    }

    private Map<String, Object> dearMinimum() {
        var item = shop.wardrobe();
        item.put("minimumPrice", yuan(30_002));
        return item;
    }

    private ResponseSpec cash(String itemCode, long price, long received) {
        return shop.operator()
                .post(
                        "/api/v1/my/point/counter-sales",
                        Map.of("itemCode", itemCode, "price", yuan(price), "received", yuan(received)));
    }

    private ResponseSpec move(String kind, long fen) {
        return shop.operator()
                .post("/api/v1/my/point/shift/movements", Map.of("kind", kind, "amount", yuan(fen), "note", "备用金"));
    }

    private ResponseSpec close(long fen, String note) {
        return shop.operator().post("/api/v1/my/point/shift/closing", Map.of("counted", yuan(fen), "note", note));
    }

    private ResponseSpec handOver(String itemCode, String pickupCode) {
        return shop.operator()
                .post("/api/v1/my/point/handovers", Map.of("itemCode", itemCode, "pickupCode", pickupCode));
    }

    private JsonNode paper(String code) {
        return Visitor.json(new Visitor(port).get("/api/v1/paper-codes/" + code));
    }

    private static JsonNode refused(ResponseSpec answer, int status, String code) {
        var problem = Refusals.problem(answer);
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/status").intValue()).isEqualTo(status);
        return problem;
    }

    private static long available(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/balance"))
                .at("/available/amount")
                .longValue();
    }

    private long tradesToday() {
        return Visitor.json(new Visitor(port).get("/api/v1/statistics/daily?category=storage-furniture&district=ZZ-JS"))
                .at("/rows")
                .valueStream()
                .mapToLong(row -> row.at("/trades").longValue())
                .sum();
    }

    private long tradesTodayAt(String point) {
        return Visitor.json(new Visitor(port).get("/api/v1/statistics/places"))
                .at("/rows")
                .valueStream()
                .filter(row -> row.at("/place").asString().equals(point))
                .mapToLong(row -> row.at("/trades").longValue())
                .sum();
    }

    private long sumOfLedger() {
        return sum("select coalesce(sum(amount), 0)::bigint as sum from payment.posting", Map.of());
    }

    private long sumOf(String kind, String owner) {
        return sum(
                "select coalesce(sum(amount), 0)::bigint as sum from payment.posting where kind = :kind and owner = :owner",
                Map.of("kind", kind, "owner", UUID.fromString(owner)));
    }

    private long postingsOf(String order) {
        return sum("""
                select coalesce(sum(amount), 0)::bigint as sum from payment.posting
                where entry_id in (select entry_id from payment.journal_entry where order_id = :order)
                """, Map.of("order", UUID.fromString(order)));
    }

    private long sum(String sql, Map<String, Object> values) {
        var sum = database.sql(sql)
                .bindValues(values)
                .map((row, metadata) -> row.get("sum", Long.class))
                .one()
                .block();
        return Objects.requireNonNull(sum);
    }
}
