package io.xunshi.platform.consignment;

import static io.xunshi.platform.Races.race;
import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.consignment.Shop.itemCode;
import static io.xunshi.platform.consignment.Shop.itemId;
import static io.xunshi.platform.consignment.Shop.listingId;
import static io.xunshi.platform.consignment.Shop.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.order.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An hour without a connection at the counter, and how it is put right afterwards. */
@PlatformTest
class OfflineTillIT {
    private static final long PRICE = 30_001;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Shop shop;

    @BeforeEach
    void theDrawerIsOpen() {
        shop = Shop.opened(database, port).openShift(0);
    }

    @Test
    void whatWasSoldIsBookedOnceInWhateverOrderAndHoweverOftenItIsSent() throws Exception {
        var sales = new ArrayList<Callable<ResponseSpec>>();
        for (int i = 0; i < 4; i++) {
            var id = UUID.randomUUID();
            var label = itemCode(shop.takeIn());
            sales.add(() -> send(id, label, PRICE));
            sales.add(() -> send(id, label, PRICE));
        }
        Collections.shuffle(sales, new Random(4));

        assertThat(race(sales)).containsOnly(200);
        assertThat(race(sales)).containsOnly(200);

        assertThat(shop.inDrawer()).isEqualTo(4 * PRICE);
        assertThat(outcomes()).hasSize(4).containsOnly("BOOKED");
        assertThat(sum("select coalesce(sum(amount), 0)::bigint from payment.posting"))
                .isZero();
    }

    @Test
    void whoCarriedItAwayKeepsItAndWhoBoughtItOnlineIsPaidBackInFull() {
        var taken = shop.takeIn();
        var trade = Trade.placed(port, shop.operator(), listingId(taken));
        trade.pay();
        trade.awaitState("PAID");

        var sale = Visitor.json(send(UUID.randomUUID(), itemCode(taken), PRICE));

        assertThat(sale.at("/outcome").asString()).isEqualTo("BOOKED_OVER_ORDER");
        assertThat(sale.at("/orderCode").asString()).isEqualTo(trade.code());
        trade.awaitState("CANCELLED");
        assertThat(Visitor.json(trade.buyer().get("/api/v1/orders/" + trade.order()))
                        .toString())
                .contains("SOLD_AT_COUNTER");
        assertThat(sum("""
                        select coalesce(sum(amount), 0)::bigint from payment.posting
                        where entry_id in (select entry_id from payment.journal_entry where order_id = '%s')
                        """.formatted(trade.order()))).isZero();
        assertThat(shop.inDrawer()).isEqualTo(PRICE);
        assertThat(shop.agreement(taken).at("/owed/amount").longValue()).isEqualTo(22_501);
        assertThat(Visitor.json(new Visitor(port).get("/api/v1/listings/" + listingId(taken)))
                        .at("/state")
                        .asString())
                .isEqualTo("SOLD");
        await().untilAsserted(() -> assertThat(Visitor.json(trade.buyer().get("/api/v1/my/notifications"))
                        .toString())
                .contains(trade.code()));
    }

    @Test
    void atTheMomentOfAnOnlinePurchaseTheThingIsSoldOnceAndTheCounterHasIt() throws Exception {
        var buyer = new Visitor(port).signUp("买家");
        for (int round = 0; round < 5; round++) {
            var taken = shop.takeIn();
            var id = UUID.randomUUID();

            var statuses = race(List.of(
                    () -> send(id, itemCode(taken), PRICE),
                    () -> buyer.post("/api/v1/orders", Map.of("listingId", listingId(taken))),
                    () -> send(id, itemCode(taken), PRICE)));

            assertThat(statuses.get(0)).isEqualTo(200);
            assertThat(statuses.get(2)).isEqualTo(200);
            assertThat(statuses.get(1)).isIn(201, 409);
            assertThat(shop.label(itemCode(taken)).at("/state").asString()).isEqualTo("SOLD");
        }
        assertThat(shop.inDrawer()).isEqualTo(5 * PRICE);
        assertThat(outcomes()).doesNotContain("NOT_BOOKED");
        assertThat(Visitor.json(buyer.get("/api/v1/my/orders?side=BUYER")).at("/items"))
                .allSatisfy(order -> assertThat(order.at("/state").asString()).isEqualTo("CANCELLED"));
    }

    @Test
    void cashForWhatWasSoldBeforeIsInTheBooksAndHasToBeExplained() {
        var label = itemCode(shop.takeIn());
        shop.sell(label).expectStatus().isCreated();

        var sale = Visitor.json(send(UUID.randomUUID(), label, PRICE));

        assertThat(sale.at("/outcome").asString()).isEqualTo("NOT_BOOKED");
        assertThat(shop.inDrawer()).isEqualTo(2 * PRICE);
        assertThat(Visitor.json(shop.operator().get("/api/v1/my/point/shift")).toString())
                .contains("UNMATCHED");
    }

    @Test
    void aSaleWhoseAnswerWasLostIsFoundAgain() {
        var label = itemCode(shop.takeIn());
        var id = UUID.randomUUID();
        var sold = Visitor.json(shop.operator()
                .post(
                        "/api/v1/my/point/counter-sales",
                        Map.of("id", id, "itemCode", label, "price", yuan(PRICE), "received", yuan(PRICE))));

        var sale = Visitor.json(send(id, label, PRICE));

        assertThat(sale.at("/outcome").asString()).isEqualTo("BOOKED");
        assertThat(sold.at("/id").asString()).isEqualTo(id.toString());
        assertThat(shop.inDrawer()).isEqualTo(PRICE);
        assertThat(codeOf(send(id, itemCode(shop.takeIn()), PRICE))).isEqualTo("consignment.sale-id-taken");
    }

    @Test
    void aTermThatEndedMeanwhileTakesNothingFromTheConsignor() {
        var taken = shop.takeIn();
        database.sql(
                        "update consignment.timer set due_at = now() - interval '1 s' where item_id = :item and kind = 'END'")
                .bind("item", UUID.fromString(itemId(taken)))
                .then()
                .block();
        await().untilAsserted(() ->
                assertThat(shop.label(itemCode(taken)).at("/state").asString()).isEqualTo("EXPIRED"));

        var sale = Visitor.json(send(UUID.randomUUID(), itemCode(taken), PRICE));

        assertThat(sale.at("/outcome").asString()).isEqualTo("BOOKED_AFTER_TERM");
        assertThat(shop.agreement(taken).at("/owed/amount").longValue()).isEqualTo(22_501);
    }

    @Test
    void aPriceThatTheThingNeverHadIsRefused() {
        var label = itemCode(shop.takeIn());

        assertThat(codeOf(send(UUID.randomUUID(), label, PRICE - 1))).isEqualTo("consignment.price-changed");
        assertThat(shop.inDrawer()).isZero();
    }

    @Test
    void whatABuyerHasInHandCannotBeBoughtOnlineForSomeMinutes() {
        var taken = shop.takeIn();
        var lease = "/api/v1/my/point/leases/" + itemCode(taken);
        var buyer = new Visitor(port).signUp("买家");
        shop.operator().put(lease, Map.of()).expectStatus().isOk();
        shop.operator().put(lease, Map.of()).expectStatus().isOk();

        buyer.post("/api/v1/orders", Map.of("listingId", listingId(taken)))
                .expectStatus()
                .isEqualTo(409);
        assertThat(shop.label(itemCode(taken)).at("/promised").booleanValue()).isFalse();
        database.sql("update consignment.lease set until = now() - interval '1 s' where item_id = :item")
                .bind("item", UUID.fromString(itemId(taken)))
                .then()
                .block();

        await().untilAsserted(() -> buyer.post("/api/v1/orders", Map.of("listingId", listingId(taken)))
                .expectStatus()
                .isCreated());
        assertThat(codeOf(shop.operator().put(lease, Map.of()))).isEqualTo("consignment.item-not-available");
    }

    @Test
    void whatIsInHandIsSoldOrPutBack() {
        var sold = itemCode(shop.takeIn());
        var putBack = shop.takeIn();
        shop.operator()
                .put("/api/v1/my/point/leases/" + sold, Map.of())
                .expectStatus()
                .isOk();
        shop.operator()
                .put("/api/v1/my/point/leases/" + itemCode(putBack), Map.of())
                .expectStatus()
                .isOk();

        shop.sell(sold).expectStatus().isCreated();
        shop.operator()
                .delete("/api/v1/my/point/leases/" + itemCode(putBack))
                .expectStatus()
                .isNoContent();

        new Visitor(port)
                .signUp("买家")
                .post("/api/v1/orders", Map.of("listingId", listingId(putBack)))
                .expectStatus()
                .isCreated();
        var copy = Visitor.json(shop.operator().get("/api/v1/my/point/shelf-copy"));
        assertThat(copy.at("/items")).hasSize(1);
        assertThat(copy.at("/items/0/promised").booleanValue()).isTrue();
        assertThat(copy.at("/items/0/edition").longValue()).isPositive();
    }

    private ResponseSpec send(UUID id, String label, long fen) {
        return shop.operator()
                .put(
                        "/api/v1/my/point/offline-sales/" + id,
                        Map.of(
                                "itemCode", label,
                                "price", yuan(fen),
                                "received", yuan(fen),
                                "soldAt", Instant.now().minusSeconds(1_800).toString()));
    }

    private List<String> outcomes() {
        return Visitor.json(shop.operator().get("/api/v1/my/point/offline-sales"))
                .at("/items")
                .valueStream()
                .map((JsonNode sale) -> sale.at("/outcome").asString())
                .toList();
    }

    private long sum(String sql) {
        var sum = database.sql(sql)
                .map((row, metadata) -> row.get(0, Long.class))
                .one()
                .block();
        return Objects.requireNonNull(sum);
    }
}
