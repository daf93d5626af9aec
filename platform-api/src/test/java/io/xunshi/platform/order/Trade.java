package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A seller, a buyer and an order between them; tests tell how it goes on. */
public final class Trade {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Visitor seller;
    final Visitor buyer;
    final String listingId;
    final String orderId;
    final String intentId;

    private Trade(Visitor seller, Visitor buyer, String listingId, JsonNode order) {
        this.seller = seller;
        this.buyer = buyer;
        this.listingId = listingId;
        orderId = order.at("/id").asString();
        var payUrl = order.at("/payUrl").asString();
        intentId = payUrl.substring(payUrl.lastIndexOf('/') + 1);
    }

    public static Trade placed(int port) {
        var seller = new Visitor(port).signUp("卖家");
        return placed(port, seller, Goods.published(seller).at("/id").asString());
    }

    public static Trade placed(int port, Visitor seller, String listingId) {
        var buyer = new Visitor(port).signUp("买家");
        return new Trade(
                seller, buyer, listingId, Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listingId))));
    }

    /** One of several pieces of a stock. */
    public static Trade placed(int port, Visitor seller, String listingId, int pieces) {
        var buyer = new Visitor(port).signUp("买家");
        return new Trade(
                seller,
                buyer,
                listingId,
                Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listingId, "pieces", pieces))));
    }

    /** One that is to be sent: a bookcase whose shipping the given side pays. */
    public static Trade sent(int port, String payer) {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Sending.offered(seller, payer);
        var buyer = new Visitor(port).signUp("买家");
        var request = Map.of("listingId", listing, "addressId", Sending.address(buyer));
        var trade = new Trade(seller, buyer, listing, Visitor.json(buyer.post("/api/v1/orders", request)));
        trade.pay();
        trade.awaitState("AWAITING_SHIPMENT");
        return trade;
    }

    /** One that the two agreed on elsewhere; the buyer has not paid yet. */
    public static Trade agreed(Visitor seller, Visitor buyer, String listingId, String orderId) {
        return new Trade(seller, buyer, listingId, Visitor.json(buyer.get("/api/v1/orders/" + orderId)));
    }

    public static Trade paid(int port) {
        var trade = placed(port);
        trade.pay();
        trade.awaitState("PAID");
        return trade;
    }

    /** A trade from placing to the pickup code. */
    public static Trade completed(int port) {
        var trade = paid(port);
        trade.confirmed();
        return trade;
    }

    /** A trade that the buyer called off before paying. */
    public static Trade cancelledByBuyer(int port, String reason) {
        var trade = placed(port);
        trade.doneBy(trade.buyer, "cancellation", Map.of("reason", reason))
                .expectStatus()
                .isOk();
        return trade;
    }

    /** The buyer has the goods. */
    public void confirmed() {
        doneBy(buyer, "receipt-confirmation", Map.of()).expectStatus().isOk();
    }

    public String code() {
        return seenBy(buyer).at("/code").asString();
    }

    public String listing() {
        return listingId;
    }

    public Visitor seller() {
        return seller;
    }

    public Visitor buyer() {
        return buyer;
    }

    public String order() {
        return orderId;
    }

    /** The payment's name at the provider. */
    public String intent() {
        return intentId;
    }

    public String sellersContact() {
        return seller.contact();
    }

    /** The buyer pays, and the provider says so. */
    public void pay() {
        OutsideWorld.simulation().pay(intentId);
        hearFromProvider("payment_intent.amount_capturable_updated");
    }

    /** A genuine webhook about the payment. */
    public ResponseSpec hearFromProvider(String type) {
        return hearFromProvider(type, "evt_" + UUID.randomUUID());
    }

    ResponseSpec hearFromProvider(String type, String eventId) {
        var payload =
                "{\"id\":\"%s\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\",\"object\":\"payment_intent\"}}}"
                        .formatted(eventId, type, intentId);
        return send(payload, Instant.now(), OutsideWorld.WEBHOOK_SECRET);
    }

    /** A genuine webhook about something else of the provider's. */
    public ResponseSpec hearAbout(String object) {
        return send(
                "{\"id\":\"evt_%s\",\"data\":{\"object\":{\"id\":\"%s\"}}}".formatted(UUID.randomUUID(), object),
                Instant.now(),
                OutsideWorld.WEBHOOK_SECRET);
    }

    ResponseSpec send(String payload, Instant signedAt, String secret) {
        var time = String.valueOf(signedAt.getEpochSecond());
        return buyer.request(HttpMethod.POST, "/api/v1/payment-events")
                .headers(headers -> headers.remove("X-XSRF-TOKEN"))
                .header("Stripe-Signature", "t=" + time + ",v1=" + WebhookSignature.sign(time, payload, secret))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(payload)
                .exchange();
    }

    /** As the buyer sees it. */
    public JsonNode seen() {
        return seenBy(buyer);
    }

    JsonNode seenBy(Visitor person) {
        return Visitor.json(person.get("/api/v1/orders/" + orderId));
    }

    String state() {
        return seenBy(buyer).at("/state").asString();
    }

    public void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(state()).isEqualTo(state));
    }

    public ResponseSpec doneBy(Visitor person, String action, Map<String, ?> body) {
        return person.post("/api/v1/orders/" + orderId + "/" + action, body);
    }

    long availableTo(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/balance"))
                .at("/available/amount")
                .longValue();
    }

    String listingState() {
        return Visitor.json(buyer.get("/api/v1/listings/" + listingId))
                .at("/state")
                .asString();
    }
}
