package io.xunshi.platform.connection;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What organisations' own systems hear, whatever becomes of them in the meantime. */
@PlatformTest
class WebhookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> ALL = List.of(
            "io.xunshi.lot.published",
            "io.xunshi.lot.sold",
            "io.xunshi.proposal.made",
            "io.xunshi.deal.agreed",
            "io.xunshi.deal.signed",
            "io.xunshi.bill.due");

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private final Receiver receiver = Receiver.started();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void aSystemHearsOfADealFromTheOfferToTheBill() {
        var seller = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        var buyer = Yard.filed(database, port, "新密铝厂");
        endpoint(seller, ALL);

        var deal = buyer.bought(seller.offered(20_000));
        sign(seller, deal);
        sign(buyer, deal);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types())
                        .contains("io.xunshi.lot.published", "io.xunshi.deal.agreed", "io.xunshi.deal.signed")
                        .doesNotContain("io.xunshi.bill.due"));
        var agreed = callOf("io.xunshi.deal.agreed");
        assertThat(agreed.contentType()).startsWith("application/cloudevents+json");
        var event = agreed.event();
        assertThat(event.at("/specversion").asString()).isEqualTo("1.0");
        assertThat(event.at("/id").asString()).isEqualTo(agreed.id());
        assertThat(event.at("/source").asString()).isNotEmpty();
        assertThat(event.at("/subject").asString()).isEqualTo("/api/v1/deals/" + deal);
        assertThat(Instant.parse(event.at("/time").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(event.at("/data/organisationId").asString()).isEqualTo(seller.id());
        assertThat(event.at("/data/quantity").asLong()).isEqualTo(20_000_000);
        assertThat(event.at("/data/price/amount").asLong()).isEqualTo(1_560_000);
    }

    @Test
    void theBuyersSystemHearsWhatTheBuyerHasToPay() {
        var seller = Yard.filed(database, port, "卖方").stocked(30_000);
        var buyer = Yard.filed(database, port, "买方");
        endpoint(buyer, List.of("io.xunshi.bill.due"));

        var deal = buyer.bought(seller.offered(20_000));
        sign(seller, deal);
        sign(buyer, deal);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.bill.due"));
        assertThat(receiver.calls().getFirst().event().at("/data/dealId").asString())
                .isEqualTo(deal);
    }

    @Test
    void bothSidesHearWhatIsSaidInANegotiation() {
        var seller = Yard.filed(database, port, "议价卖方").stocked(30_000);
        var buyer = Yard.filed(database, port, "议价买方");
        endpoint(seller, List.of("io.xunshi.proposal.made"));

        buyer.proposed(seller.offered(20_000));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
        var data = receiver.calls().getFirst().event().at("/data");
        assertThat(data.at("/by").asString()).isEqualTo("BUYER");
        assertThat(data.at("/price/amount").asLong()).isEqualTo(1_500_000);
    }

    @Test
    void whatIsSentIsSignedAndTheOldSecretSignsTooWhileItChanges() {
        var yard = Yard.filed(database, port, "签名方");
        var endpoint = endpoint(yard, ALL);
        var first = secret(yard, endpoint, 0);
        test(yard, endpoint);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
        var call = receiver.calls().getFirst();
        assertThat(call.isSignedWith(first)).isTrue();
        assertThat(call.signature().split(" ")).hasSize(1);
        assertThat(Instant.ofEpochSecond(call.timestamp()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());

        var second = secret(yard, endpoint, 24);
        test(yard, endpoint);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(2));
        var later = receiver.calls().getLast();
        assertThat(later.isSignedWith(first)).isTrue();
        assertThat(later.isSignedWith(second)).isTrue();
    }

    @Test
    void whatFailsIsTriedAgainWithTheSameIdUntilItIsTaken() {
        receiver.answering(500).answering(302, "Location", "http://127.0.0.1:1/");
        var yard = Yard.filed(database, port, "重试方");
        var endpoint = endpoint(yard, ALL);
        var delivery = test(yard, endpoint);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                seen(yard, endpoint).at("/failingSince").isNull())
                        .isFalse());

        makeDue(delivery);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(2));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(followed(yard, endpoint, delivery).at("/attempts"))
                                .hasSize(2));
        makeDue(delivery);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stateOf(yard, endpoint, delivery)).isEqualTo("DELIVERED"));
        assertThat(receiver.calls().stream().map(Receiver.Call::id).distinct()).hasSize(1);
        var attempts = followed(yard, endpoint, delivery).at("/attempts");
        assertThat(attempts.valueStream().map(attempt -> attempt.at("/status").asInt()))
                .containsExactly(500, 302, 204);
        assertThat(attempts.at("/0/answer").asString()).isEqualTo("so it is");
        assertThat(seen(yard, endpoint).at("/failingSince").isNull()).isTrue();
    }

    @Test
    void aSystemThatAsksForTimeGetsIt() {
        receiver.answering(503, "Retry-After", "7200");
        var yard = Yard.filed(database, port, "限流方");
        var endpoint = endpoint(yard, ALL);
        var delivery = test(yard, endpoint);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Instant.parse(followed(yard, endpoint, delivery)
                                .at("/delivery/nextAt")
                                .asString()))
                        .isAfter(Instant.now().plusSeconds(7_000)));
        assertThat(followed(yard, endpoint, delivery).at("/attempts")).hasSize(1);
    }

    @Test
    void aSystemThatIsGoneIsToldNothingAnyMoreAndItsOwnersHearOfIt() {
        receiver.answering(410);
        var yard = Yard.filed(database, port, "下线方").stocked(5_000);
        var endpoint = endpoint(yard, ALL);
        test(yard, endpoint);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(seen(yard, endpoint).at("/state").asString()).isEqualTo("FAILED"));
        assertThat(kindsToldTo(yard)).contains("WEBHOOK_FAILED");
        assertThat(codeOf(yard.owner().post(path(yard, endpoint, "/test-events"), Map.of())))
                .isEqualTo("connection.endpoint-not-active");

        var before = Instant.now();
        yard.offered(5_000);
        yard.owner()
                .post(path(yard, endpoint, "/resumption"), Map.of())
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(yard.owner()
                                        .post(
                                                path(yard, endpoint, "/replays"),
                                                Map.of(
                                                        "since",
                                                        before.minusSeconds(1).toString())))
                                .at("/deliveries")
                                .asInt())
                        .isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).contains("io.xunshi.lot.published"));
    }

    @Test
    void aSystemThatFailsForDaysIsToldNothingAnyMore() {
        receiver.answering(500).answering(500);
        var yard = Yard.filed(database, port, "故障方");
        var endpoint = endpoint(yard, ALL);
        var delivery = test(yard, endpoint);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                seen(yard, endpoint).at("/failingSince").isNull())
                        .isFalse());
        database.sql("update connection.webhook_endpoint set failing_since = now() - interval '6 days' where id = :id")
                .bind("id", UUID.fromString(endpoint))
                .then()
                .block();

        makeDue(delivery);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(seen(yard, endpoint).at("/state").asString()).isEqualTo("FAILED"));
        assertThat(kindsToldTo(yard)).containsOnlyOnce("WEBHOOK_FAILED");
    }

    @Test
    void whatWasDeliveredCanBeDeliveredOnceMore() {
        var yard = Yard.filed(database, port, "重放方");
        var endpoint = endpoint(yard, ALL);
        var delivery = test(yard, endpoint);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stateOf(yard, endpoint, delivery)).isEqualTo("DELIVERED"));

        yard.owner()
                .post(path(yard, endpoint, "/deliveries/" + delivery + "/replay"), Map.of())
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(2));
        assertThat(receiver.calls().getFirst().body())
                .isEqualTo(receiver.calls().getLast().body());
    }

    @Test
    void whatHappensWhileAnEndpointIsPausedWaits() {
        var yard = Yard.filed(database, port, "暂停方").stocked(10_000);
        var endpoint = endpoint(yard, ALL);
        yard.owner()
                .post(path(yard, endpoint, "/pause"), Map.of())
                .expectStatus()
                .isOk();
        yard.offered(10_000);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(deliveries(yard, endpoint, "?state=WAITING")).hasSize(1));
        assertThat(receiver.calls()).isEmpty();

        yard.owner()
                .post(path(yard, endpoint, "/resumption"), Map.of())
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
    }

    @Test
    void anEndpointHearsOnlyWhatItHasChosen() {
        var yard = Yard.filed(database, port, "挑选方").stocked(10_000);
        var endpoint = endpoint(yard, List.of("io.xunshi.deal.signed"));
        yard.offered(5_000);
        var edited = Visitor.json(yard.owner()
                .put(
                        path(yard, endpoint, ""),
                        Map.of("url", receiver.url(), "eventTypes", List.of("io.xunshi.lot.published")),
                        "\"1\""));
        assertThat(edited.at("/version").asInt()).isEqualTo(2);
        yard.offered(4_000);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.types()).containsExactly("io.xunshi.lot.published"));
        assertThat(codeOf(yard.owner()
                        .put(
                                path(yard, endpoint, ""),
                                Map.of("url", receiver.url(), "eventTypes", List.of("io.xunshi.lot.published")),
                                "\"1\"")))
                .isEqualTo("http.stale");
    }

    @Test
    void webhooksGoNowhereIntoTheHouse() {
        var yard = Yard.filed(database, port, "越界方");

        for (var url : List.of(
                "https://10.0.0.1/hooks",
                "https://169.254.169.254/",
                "https://intranet/",
                "http://erp.example.com/",
                "https://erp.example.com/#x")) {
            assertThat(codeOf(add(yard, url, ALL))).as(url).isEqualTo("http.invalid");
        }
        assertThat(codeOf(add(yard, receiver.url(), List.of("io.xunshi.everything"))))
                .isEqualTo("http.invalid");
    }

    @Test
    void anAddressThatBecamePrivateIsNotCalled() {
        var yard = Yard.filed(database, port, "改址方");
        var endpoint = endpoint(yard, ALL);
        database.sql("update connection.webhook_endpoint set url = 'https://[::ffff:10.0.0.1]/' where id = :id")
                .bind("id", UUID.fromString(endpoint))
                .then()
                .block();

        var delivery = test(yard, endpoint);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(followed(yard, endpoint, delivery)
                                .at("/attempts/0/failure")
                                .asString(""))
                        .contains("Not an address"));
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void onlyOwnersSeeAndChangeWhatGoesOut() {
        var yard = Yard.filed(database, port, "主人");
        var endpoint = endpoint(yard, ALL);
        var other = Yard.filed(database, port, "别人");

        assertThat(codeOf(yard.member("TRADER").get(yard.path("/webhook-endpoints"))))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(other.owner().get(path(other, endpoint, "/deliveries"))))
                .isEqualTo("connection.endpoint-not-found");
        assertThat(codeOf(Machine.of(port, yard, "TRADER").get(yard.path("/webhook-endpoints"))))
                .isEqualTo("http.not-for-machines");
    }

    @Test
    void aRemovedEndpointHearsNothing() {
        var yard = Yard.filed(database, port, "删除方");
        var endpoint = endpoint(yard, ALL);

        yard.owner().delete(path(yard, endpoint, "")).expectStatus().isNoContent();

        assertThat(Visitor.json(yard.owner().get(yard.path("/webhook-endpoints"))))
                .isEmpty();
        assertThat(codeOf(yard.owner().post(path(yard, endpoint, "/test-events"), Map.of())))
                .isEqualTo("connection.endpoint-not-found");
    }

    @Test
    void secretsOfEndpointsStandEncrypted() {
        var yard = Yard.filed(database, port, "密文方");
        var endpoint = endpoint(yard, ALL);
        var secret = secret(yard, endpoint, 0);

        assertThat(database.sql("""
                                select count(*) as found from connection.webhook_secret
                                where endpoint = :id and position(convert_to(:secret, 'UTF8') in secret_cipher) > 0
                                """)
                        .bind("id", UUID.fromString(endpoint))
                        .bind("secret", secret)
                        .map(row -> required(row, "found", Long.class))
                        .one()
                        .block())
                .isEqualTo(0L);
    }

    private String endpoint(Yard yard, List<String> types) {
        return Visitor.json(add(yard, receiver.url(), types)).at("/id").asString();
    }

    private static ResponseSpec add(Yard yard, String url, List<String> types) {
        return yard.owner().post(yard.path("/webhook-endpoints"), Map.of("url", url, "eventTypes", types));
    }

    private static String secret(Yard yard, String endpoint, int overlapHours) {
        return Visitor.json(yard.owner().post(path(yard, endpoint, "/secrets"), Map.of("overlapHours", overlapHours)))
                .at("/secret")
                .asString();
    }

    private static String test(Yard yard, String endpoint) {
        return Visitor.json(yard.owner().post(path(yard, endpoint, "/test-events"), Map.of()))
                .at("/id")
                .asString();
    }

    private static String path(Yard yard, String endpoint, String below) {
        return yard.path("/webhook-endpoints/" + endpoint + below);
    }

    private static JsonNode seen(Yard yard, String endpoint) {
        return Visitor.json(yard.owner().get(yard.path("/webhook-endpoints")))
                .valueStream()
                .filter(one -> one.at("/id").asString().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode deliveries(Yard yard, String endpoint, String query) {
        return Visitor.json(yard.owner().get(path(yard, endpoint, "/deliveries" + query)))
                .at("/items");
    }

    private static JsonNode followed(Yard yard, String endpoint, String delivery) {
        return Visitor.json(yard.owner().get(path(yard, endpoint, "/deliveries/" + delivery)));
    }

    private static String stateOf(Yard yard, String endpoint, String delivery) {
        return followed(yard, endpoint, delivery).at("/delivery/state").asString();
    }

    /** The wait is over; a lease, too. */
    private void makeDue(String delivery) {
        database.sql("update connection.webhook_delivery set next_at = now() where id = :id and state = 'WAITING'")
                .bind("id", UUID.fromString(delivery))
                .then()
                .block();
    }

    private Receiver.Call callOf(String type) {
        return receiver.calls().stream()
                .filter(call -> call.event().at("/type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void sign(Yard side, String deal) {
        var hash = Visitor.json(side.owner().get("/api/v1/deals/" + deal))
                .at("/contractHash")
                .asString();
        side.owner()
                .post(
                        "/api/v1/deals/" + deal + "/signatures",
                        Map.of("organisationId", side.id(), "contractHash", hash, "password", Visitor.PASSWORD))
                .expectStatus()
                .isCreated();
    }

    private static List<String> kindsToldTo(Yard yard) {
        return Visitor.json(yard.owner().get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }
}
