package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * An owner, a tenant and a drill between them for two days of next week: 60 yuan of rent and 300 of deposit. Tests tell
 * how it goes on.
 */
public final class Lending {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    final Visitor owner;
    final Visitor tenant;
    final String listingId;
    final String rentalId;
    final String intentId;

    private Lending(Visitor owner, Visitor tenant, String listingId, JsonNode rental) {
        this.owner = owner;
        this.tenant = tenant;
        this.listingId = listingId;
        rentalId = rental.at("/id").asString();
        var payUrl = rental.at("/payUrl").asString();
        intentId = payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }

    /** The JSON of a rental of the listing by the tenant. */
    public static JsonNode booked(Visitor tenant, JsonNode listing) {
        return Visitor.json(book(tenant, listing.at("/id").asString(), day(7), day(8)));
    }

    static ResponseSpec book(Visitor tenant, String listing, LocalDate first, LocalDate last) {
        return tenant.post(
                "/api/v1/rentals",
                Map.of("listingId", listing, "firstDay", first.toString(), "lastDay", last.toString()));
    }

    static Lending booked(int port) {
        var owner = new Visitor(port).signUp("物主");
        var tenant = new Visitor(port).signUp("租客");
        var listing = Goods.lent(owner);
        return new Lending(owner, tenant, listing.at("/id").asString(), booked(tenant, listing));
    }

    static Lending paid(int port) {
        var lending = booked(port);
        lending.pay();
        lending.awaitState("PAID");
        return lending;
    }

    /** The tenant has the drill. */
    static Lending handedOver(int port) {
        var lending = paid(port);
        lending.record(lending.owner, "HANDOVER").expectStatus().isOk();
        lending.doneBy(lending.owner, "handover", Map.of("code", lending.pickupCode()))
                .expectStatus()
                .isOk();
        return lending;
    }

    /** The owner has it again. */
    static Lending returned(int port) {
        var lending = handedOver(port);
        lending.doneBy(lending.tenant, "return", Map.of("code", lending.returnCode()))
                .expectStatus()
                .isOk();
        return lending;
    }

    /** The owner wants 120 yuan of the deposit. */
    static Lending claimed(int port) {
        var lending = returned(port);
        lending.claim(12_000).expectStatus().isOk();
        return lending;
    }

    /** The day so many days from today in the city. */
    static LocalDate day(int ahead) {
        return LocalDate.ofInstant(Instant.now(), CITY).plusDays(ahead);
    }

    void pay() {
        OutsideWorld.simulation().pay(intentId);
        hearFromProvider("payment_intent.amount_capturable_updated");
    }

    /** A genuine webhook about the payment. */
    void hearFromProvider(String type) {
        hearFromProvider(type, intentId);
    }

    void hearFromProvider(String type, String intent) {
        var payload = "{\"id\":\"evt_%s\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}"
                .formatted(UUID.randomUUID(), type, intent);
        var time = String.valueOf(Instant.now().getEpochSecond());
        tenant.request(HttpMethod.POST, "/api/v1/payment-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header(
                        "Stripe-Signature",
                        "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, OutsideWorld.WEBHOOK_SECRET))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange()
                .expectStatus()
                .isOk();
    }

    ResponseSpec record(Visitor person, String phase) {
        return doneBy(
                person,
                "condition-records",
                Map.of("phase", phase, "photoIds", List.of(Goods.photo(person)), "note", "夹头完好"));
    }

    ResponseSpec claim(long fen) {
        return doneBy(
                owner,
                "damage-claim",
                Map.of("amount", Goods.fen(fen), "words", "夹头裂了", "photoIds", List.of(Goods.photo(owner))));
    }

    ResponseSpec doneBy(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/rentals/" + rentalId + "/" + action, body);
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/rentals/" + rentalId));
    }

    String pickupCode() {
        return seenBy(tenant).at("/pickupCode").asString();
    }

    String returnCode() {
        return seenBy(owner).at("/returnCode").asString();
    }

    String state() {
        return seenBy(tenant).at("/state").asString();
    }

    void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
    }

    /** What the owner may have paid out, in fen. */
    long ownersBalance() {
        return Visitor.json(owner.get("/api/v1/my/balance"))
                .at("/available/amount")
                .longValue();
    }

    /** Moves the rental into the past: what a test waits for is due, and no clock is touched. */
    void daysPass(DatabaseClient database, int days) {
        database.sql("""
                        update orders.rental
                        set first_day = first_day - :days, last_day = last_day - :days,
                            deadline = deadline - :days * interval '1 day'
                        where id = :id
                        """)
                .bind("days", days)
                .bind("id", UUID.fromString(rentalId))
                .then()
                .block();
        database.sql(
                        "update listing.hold set days = daterange(lower(days) - :days, upper(days) - :days) where holder = :id")
                .bind("days", days)
                .bind("id", UUID.fromString(rentalId))
                .then()
                .block();
    }

    /** Ends the waiting of the state that the rental is in. */
    void timeIsUp(DatabaseClient database) {
        database.sql("update orders.rental set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(rentalId))
                .then()
                .block();
    }
}
