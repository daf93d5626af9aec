package io.xunshi.platform.consignment;

import static io.xunshi.platform.consignment.Shop.itemCode;
import static io.xunshi.platform.consignment.Shop.itemId;
import static io.xunshi.platform.consignment.Shop.listingId;
import static io.xunshi.platform.consignment.Shop.paperCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.consignment.usecase.RunItemTimers;
import io.xunshi.platform.order.Trade;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * What happens to a thing when nobody does anything. Time is made to be up by moving the thing's timers, not the clock
 * of all tests.
 */
@PlatformTest
class AgreementTimersIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunItemTimers runItemTimers;

    private Shop shop;

    @BeforeEach
    void aPointIsOpen() {
        shop = Shop.opened(database, port);
    }

    @Test
    void thePriceGoesDownByTheScheduleOfTheFirstPriceAndNotBelowTheMinimum() {
        var taken = shop.takeIn();

        timeIsUp(taken, "percent_off = 10");
        await().untilAsserted(() -> assertThat(priceOf(taken)).isEqualTo(27_000));
        var version = listing(taken).at("/version").longValue();
        runItemTimers.runDue().block();
        assertThat(listing(taken).at("/version").longValue()).isEqualTo(version);

        timeIsUp(taken, "percent_off = 20");
        await().untilAsserted(() -> assertThat(priceOf(taken)).isEqualTo(25_000));
    }

    @Test
    void ofStepsThatAreDueTogetherTheLargestCounts() {
        var intake = shop.intake(Map.of("name", "王秀英"));
        intake.put(
                "markdowns",
                List.of(Map.of("afterDays", 3, "percentOff", 5), Map.of("afterDays", 6, "percentOff", 15)));
        var taken = Visitor.json(shop.operator().post("/api/v1/my/point/agreements", intake));

        timeIsUp(taken, "kind = 'MARKDOWN'");

        await().untilAsserted(() -> assertThat(priceOf(taken)).isEqualTo(25_500));
    }

    @Test
    void whatABuyerHasHeldKeepsItsPriceAndItsPlace() {
        var taken = shop.takeIn();
        Trade.placed(port, shop.operator(), listingId(taken));

        timeIsUp(taken, "kind in ('MARKDOWN', 'END')");

        await().untilAsserted(() -> assertThat(postponed(taken)).isEqualTo(3));
        assertThat(priceOf(taken)).isEqualTo(30_001);
        assertThat(shop.label(itemCode(taken)).at("/state").asString()).isEqualTo("ON_SALE");
    }

    @Test
    void afterItsTermItWaitsAndIsDonatedOnlyAfterTheGracePeriod() {
        var taken = shop.takeIn();
        var item = "/api/v1/my/point/items/" + itemId(taken);

        timeIsUp(taken, "kind = 'END'");

        await().untilAsserted(() ->
                assertThat(shop.label(itemCode(taken)).at("/state").asString()).isEqualTo("EXPIRED"));
        assertThat(listing(taken).at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(Refusals.codeOf(shop.operator().post(item + "/disposal", Map.of())))
                .isEqualTo("consignment.not-by-the-agreement");
        assertThat(Refusals.codeOf(shop.operator().post(item + "/return", Map.of("paperCode", "A123"))))
                .isEqualTo("consignment.paper-code-wrong");

        database.sql("update consignment.item set ended_at = ended_at - interval '15 d' where id = :id")
                .bind("id", UUID.fromString(itemId(taken)))
                .then()
                .block();
        assertThat(Visitor.json(shop.operator().post(item + "/disposal", Map.of()))
                        .at("/state")
                        .asString())
                .isEqualTo("DONATED");
    }

    @Test
    void nothingIsDisposedOfWhoseOwnerWantsItBack() {
        var intake = shop.intake(Map.of("name", "王秀英"));
        intake.put("endChoice", "RETURN");
        var taken = Visitor.json(shop.operator().post("/api/v1/my/point/agreements", intake));
        var item = "/api/v1/my/point/items/" + itemId(taken);
        timeIsUp(taken, "kind = 'END'");
        await().untilAsserted(() ->
                assertThat(shop.label(itemCode(taken)).at("/state").asString()).isEqualTo("EXPIRED"));
        database.sql("update consignment.item set ended_at = ended_at - interval '90 d' where id = :id")
                .bind("id", UUID.fromString(itemId(taken)))
                .then()
                .block();

        assertThat(Refusals.codeOf(shop.operator().post(item + "/disposal", Map.of())))
                .isEqualTo("consignment.not-by-the-agreement");

        assertThat(Visitor.json(shop.operator().post(item + "/return", Map.of("paperCode", paperCode(taken))))
                        .at("/state")
                        .asString())
                .isEqualTo("RETURNED");
    }

    @Test
    void anOwnerFetchesItAtAnyTimeAndWhoHasAnAccountIsToldBefore() {
        var consignor = new Visitor(port).signUp("寄卖人");
        var taken = shop.takeInFor(consignor);

        timeIsUp(taken, "kind in ('ANNOUNCE_MARKDOWN', 'ANNOUNCE_END')");

        await().untilAsserted(() -> assertThat(OutsideWorld.messagesTo(consignor.contact()))
                .extracting(message -> message.at("/template").asString())
                .contains("consignment-end-ahead"));
        await().untilAsserted(() -> assertThat(
                        Visitor.json(consignor.get("/api/v1/my/notifications")).toString())
                .contains("CONSIGNMENT_MARKDOWN_AHEAD"));
        shop.operator()
                .post("/api/v1/my/point/items/" + itemId(taken) + "/return", Map.of("paperCode", paperCode(taken)))
                .expectStatus()
                .isOk();
        assertThat(listing(taken).at("/state").asString()).isEqualTo("WITHDRAWN");
    }

    private long priceOf(JsonNode taken) {
        return shop.label(itemCode(taken)).at("/price/amount").longValue();
    }

    private JsonNode listing(JsonNode taken) {
        return Visitor.json(new Visitor(port).get("/api/v1/listings/" + listingId(taken)));
    }

    private long postponed(JsonNode taken) {
        var postponed = database.sql("""
                        select count(*) as postponed from consignment.timer
                        where item_id = :item and done_at is null and kind in ('MARKDOWN', 'END')
                          and due_at between now() and now() + interval '2 h'
                        """)
                .bind("item", UUID.fromString(itemId(taken)))
                .map((row, metadata) -> row.get("postponed", Long.class))
                .one()
                .block();
        return Objects.requireNonNull(postponed);
    }

    private void timeIsUp(JsonNode taken, String which) {
        database.sql("update consignment.timer set due_at = now() - interval '1 s' where item_id = :item and " + which)
                .bind("item", UUID.fromString(itemId(taken)))
                .then()
                .block();
    }
}
