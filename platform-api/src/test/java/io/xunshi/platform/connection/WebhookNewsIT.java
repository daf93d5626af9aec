package io.xunshi.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.auction.Hall;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.tender.Procurement;
import io.xunshi.platform.tender.usecase.RunTenderTimers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Who hears of which step of a trade, and how little a message says of it. */
@PlatformTest
class WebhookNewsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunTenderTimers runTenderTimers;

    private final Receiver receiver = Receiver.started();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void ofADeliveryEachStepIsToldAndNoReading() {
        var haul = Haul.signed(database, port);
        listen(
                haul.seller(),
                "io.xunshi.delivery.dispatched",
                "io.xunshi.delivery.weighed",
                "io.xunshi.delivery.assayed",
                "io.xunshi.delivery.accepted",
                "io.xunshi.statement.issued");

        haul.assayed();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types())
                        .contains(
                                "io.xunshi.delivery.dispatched",
                                "io.xunshi.delivery.weighed",
                                "io.xunshi.delivery.assayed",
                                "io.xunshi.delivery.accepted",
                                "io.xunshi.statement.issued"));
        assertThat(dataOf("io.xunshi.delivery.assayed").propertyNames())
                .containsExactlyInAnyOrder("organisationId", "dealId", "code", "seller", "buyer");
        assertThat(receiver.calls()).allSatisfy(call -> assertThat(call.body()).doesNotContain("赵师傅"));
    }

    @Test
    void aClaimIsToldToTheSeller() {
        var haul = Haul.signed(database, port);
        listen(haul.seller(), "io.xunshi.claim.raised", "io.xunshi.claim.ended");

        haul.assayed();
        haul.claim(Haul.remedy("REFUSAL", 0)).expectStatus().isCreated();
        haul.post(haul.seller(), "/claim/agreement", Map.of()).expectStatus().isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types())
                        .containsExactlyInAnyOrder("io.xunshi.claim.raised", "io.xunshi.claim.ended"));
        assertThat(dataOf("io.xunshi.claim.ended").at("/refused").asBoolean()).isTrue();
    }

    @Test
    void whoWasAheadAtAnAuctionHearsThatSomebodyElseIs() {
        var hall = Hall.opened(database, port, Hall.plan());
        var first = hall.bidder(port, "洛阳铝厂");
        var second = hall.bidder(port, "登封铝厂");
        listen(first, "io.xunshi.auction.outbid");

        hall.bidUpTo(first, 1_600_000).expectStatus().isCreated();
        hall.bidUpTo(second, 1_700_000).expectStatus().isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.auction.outbid"));
        var data = dataOf("io.xunshi.auction.outbid");
        assertThat(data.at("/auctionId").asString()).isEqualTo(hall.id());
        assertThat(data.at("/organisationId").asString()).isEqualTo(first.id());
        assertThat(data.at("/priceFen").asLong()).isBetween(1_600_000L, 1_700_000L);
    }

    @Test
    void theBuyerHearsThatQuotesAreOpenAndWhoQuotedThatNobodyIsAwarded() {
        var buyer = Yard.filed(database, port, "新密铝厂");
        var supplier = Yard.filed(database, port, "巩义再生铝业").stocked(60_000);
        listen(buyer, "io.xunshi.tender.closed");
        listen(supplier, "io.xunshi.tender.failed");
        var tender = Procurement.published(database, buyer, Procurement.twoLines());
        tender.quote(supplier, 1, supplier.offered(50_000), 50_000, 1_690_000)
                .expectStatus()
                .isOk();

        tender.timeIsOver();
        runTenderTimers.runDue().block();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.tender.closed"));
        assertThat(dataOf("io.xunshi.tender.closed").at("/quotes").asInt()).isEqualTo(1);

        tender.decisionIsOver();
        runTenderTimers.runDue().block();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).contains("io.xunshi.tender.failed"));
        assertThat(dataOf("io.xunshi.tender.failed").at("/organisationId").asString())
                .isEqualTo(supplier.id());
    }

    @Test
    void anEndpointMayHaveAName() {
        var yard = Yard.filed(database, port, "有名字的").stocked(5_000);
        listenAt(yard, receiver.url().replace("127.0.0.1", "localhost"), "io.xunshi.lot.published");

        yard.offered(5_000);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.lot.published"));
    }

    private void listen(Yard yard, String... types) {
        listenAt(yard, receiver.url(), types);
    }

    private static void listenAt(Yard yard, String url, String... types) {
        yard.owner()
                .post(yard.path("/webhook-endpoints"), Map.of("url", url, "eventTypes", List.of(types)))
                .expectStatus()
                .isCreated();
    }

    private JsonNode dataOf(String type) {
        return receiver.calls().stream()
                .map(Receiver.Call::event)
                .filter(event -> event.at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .at("/data");
    }
}
