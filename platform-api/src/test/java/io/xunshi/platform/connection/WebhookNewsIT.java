package io.xunshi.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.auction.Hall;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.fulfilment.OnCall;
import io.xunshi.platform.payment.ProviderNews;
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

    /** Less than the seller has of 20 t, in fen; nobody else has so much paid out. */
    private static final long WITHDRAWN = 27_199_001;

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
    void aPriceThatWasCalledIsToldToBothSides() {
        var haul = OnCall.signed(database, port);
        listen(haul.seller(), "io.xunshi.delivery.price-called");
        var day = haul.seen().at("/calling/nextDay").asString();

        haul.post(haul.buyer(), "/price-calls", Map.of("day", day, "grams", 5_000_000))
                .expectStatus()
                .isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.delivery.price-called"));
        var data = dataOf("io.xunshi.delivery.price-called");
        assertThat(data.at("/day").asString()).isEqualTo(day);
        assertThat(data.at("/grams").asLong()).isEqualTo(5_000_000);
        assertThat(data.at("/leftGrams").asLong()).isEqualTo(15_000_000);
    }

    @Test
    void whatAnswersADemandIsToldToBothSides() {
        var yard = Yard.filed(database, port, "有货的").stocked(20_000);
        var works = Yard.filed(database, port, "求货的");
        listen(yard, "io.xunshi.demand.matched", "io.xunshi.demand.ended");
        listen(works, "io.xunshi.demand.published", "io.xunshi.demand.matched", "io.xunshi.demand.ended");

        var demand = works.demanded();
        var lot = yard.offered(20_000).at("/id").asString();

        // Lots of other tests answer it as well, and the lot their demands.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(matchesOf(lot, demand))
                        .extracting(data -> data.at("/organisationId").asString())
                        .containsExactlyInAnyOrder(yard.id(), works.id()));
        assertThat(receiver.types()).containsOnlyOnce("io.xunshi.demand.published");

        works.owner()
                .post("/api/v1/demands/" + demand + "/ending", Map.of("met", true))
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsOnlyOnce("io.xunshi.demand.ended"));
    }

    private List<JsonNode> matchesOf(String lot, String demand) {
        return receiver.calls().stream()
                .map(Receiver.Call::event)
                .filter(event -> event.at("/type").asString().equals("io.xunshi.demand.matched"))
                .map(event -> event.at("/data"))
                .filter(data -> data.at("/lotId").asString().equals(lot))
                .filter(data -> data.at("/demandId").asString().equals(demand))
                .toList();
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
    void theSellerHearsOfMoneyThatCameAndOfItsPayout() {
        var haul = Haul.signed(database, port);
        var seller = haul.seller();
        listen(seller, "io.xunshi.bill.due", "io.xunshi.bill.paid", "io.xunshi.payout.ended");

        payAdvance(haul);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.bill.paid"));
        haul.sampled();
        haul.report(seller, 8_750, 120).expectStatus().isCreated();
        haul.report(haul.buyer(), 8_750, 120).expectStatus().isCreated();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE).until(() -> haul.state().equals("CLOSED"));

        seller.owner()
                .post(seller.path("/payouts"), Map.of("amount", Map.of("amount", WITHDRAWN, "currency", "CNY")))
                .expectStatus()
                .isCreated();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(paidOut()).isNotEmpty());
        paidOut().forEach(payout -> ProviderNews.of(port, "payout.paid", payout));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).contains("io.xunshi.payout.ended"));
        var data = dataOf("io.xunshi.payout.ended");
        assertThat(data.at("/amount/amount").asLong()).isEqualTo(WITHDRAWN);
        assertThat(data.at("/paid").asBoolean()).isTrue();
    }

    private void payAdvance(Haul haul) {
        var bills = "/api/v1/deals/" + haul.deal() + "/bills";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Visitor.json(haul.buyer().owner().get(bills)).at("/items"))
                        .hasSize(1));
        var bill =
                Visitor.json(haul.buyer().owner().get(bills)).at("/items/0/id").asString();
        var payUrl = Visitor.json(haul.buyer().owner().post("/api/v1/deal-bills/" + bill + "/payment", Map.of()))
                .at("/payUrl")
                .asString();
        var intent = payUrl.substring(payUrl.lastIndexOf('/') + 1);
        OutsideWorld.simulation().pay(intent);
        ProviderNews.of(port, "payment_intent.amount_capturable_updated", intent)
                .expectStatus()
                .isOk();
    }

    /** The provider's names of payouts of that amount that are at the bank. */
    private static List<String> paidOut() {
        return OutsideWorld.simulation().payouts().stream()
                .filter(payout -> payout.at("/amount").longValue() == WITHDRAWN)
                .filter(payout -> payout.at("/status").asString().equals("paid"))
                .map(payout -> payout.at("/id").asString())
                .toList();
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
