package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.shipping.usecase.AskCarrierAgain;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * A purchase that is sent, from the address to the money. A bookcase of 280.00 yuan, sent for 11.00, the platform's fee
 * being 1.68. The carrier tells nothing by itself: tests send its webhooks, in the order that they want.
 */
@PlatformTest
@Isolated("it takes the providers down, which all tests share")
class ShippingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private LedgerRepository ledger;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private AskCarrierAgain askCarrierAgain;

    @AfterEach
    void theCarrierIsBack() {
        OutsideWorld.simulation().recover();
    }

    @ParameterizedTest
    @CsvSource({"BUYER, 29100, 27832", "SELLER, 28000, 26732"})
    void whatIsSentIsPaidForWhenItWasDelivered(String payer, long paid, long earned) {
        var trade = Trade.sent(port, payer);
        assertThat(trade.seen().at("/total/amount").longValue()).isEqualTo(paid);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(paid);

        var sending = Sending.labelled(trade).and("PICKED_UP");
        trade.awaitState("IN_TRANSIT");
        assertThat(postedTo("CARRIER_PAYABLE", trade)).containsExactly(1_100L);
        sending.and("DELIVERED");
        trade.awaitState("DELIVERED");
        trade.confirmed();

        assertThat(trade.availableTo(trade.seller)).isEqualTo(earned);
        assertThat(balanceOfEscrow(trade)).isZero();
        assertThat(sumOf(trade)).isZero();
        assertThat(trade.seen().at("/delivery/parcel/events").size()).isEqualTo(3);
    }

    @Test
    void thePriceAllInIsToldBeforeAnybodyBuys() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Sending.offered(seller, "BUYER");
        var stranger = new Visitor(port);

        var near = Visitor.json(stranger.get("/api/v1/listings/" + listing + "/delivery-quote?province=41"));
        var far = Visitor.json(stranger.get("/api/v1/listings/" + listing + "/delivery-quote?province=54"));

        assertThat(near.at("/total/amount").longValue()).isEqualTo(29_100);
        assertThat(far.at("/total/amount").longValue()).isEqualTo(32_200);
        stranger.get("/api/v1/listings/" + listing + "/delivery-quote?province=81")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void theSellerSeesNoMoreOfTheAddressThanALabelNeeds() {
        var trade = Trade.sent(port, "BUYER");
        assertThat(trade.seenBy(trade.seller).toString()).doesNotContain("王小明", "13812345678", "花园路");
        Sending.labelled(trade);

        var label = Visitor.json(trade.seller.get("/api/v1/orders/" + trade.orderId + "/label"));

        assertThat(label.at("/to/street").asString()).isEqualTo("花园路 1 号 2 单元");
        assertThat(label.toString()).doesNotContain("王小明", "13812345678");
        trade.buyer
                .get("/api/v1/orders/" + trade.orderId + "/label")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void addressesStandEncrypted() {
        var person = new Visitor(port).signUp("买家");
        Sending.address(person);

        var readable = database.sql("""
                        select count(*) as count
                        from shipping.address
                        where position(convert_to(:phone, 'UTF8') in phone_cipher) > 0
                           or position(convert_to(:name, 'UTF8') in name_cipher) > 0
                        """)
                .bind("phone", "13812345678")
                .bind("name", "王小明")
                .map((row, metadata) -> row.get("count", Long.class))
                .one()
                .block();

        assertThat(readable).isZero();
    }

    @Test
    void aLabelIsGoneOnceTheCarrierHasTheParcel() {
        var trade = Trade.sent(port, "BUYER");
        Sending.labelled(trade).and("PICKED_UP");
        trade.awaitState("IN_TRANSIT");

        trade.seller
                .get("/api/v1/orders/" + trade.orderId + "/label")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void twoWhoAskForALabelAtOnceGetTheSame() throws Exception {
        var trade = Trade.sent(port, "BUYER");
        var address = Sending.address(trade.seller);
        Callable<JsonNode> ask =
                () -> Visitor.json(trade.doneBy(trade.seller, "label", Map.of("fromAddressId", address)));

        try (var impatient = Executors.newFixedThreadPool(2)) {
            for (var answer : impatient.invokeAll(List.of(ask, ask))) {
                assertThat(answer.get().at("/id").asString()).isEqualTo(trade.orderId);
            }
        }

        var waybill = Sending.labelled(trade).waybill;
        assertThat(OutsideWorld.simulation().parcels())
                .filteredOn(parcel -> parcel.at("/waybill").asString().equals(waybill))
                .hasSize(1);
        assertThat(trade.seen().at("/delivery/parcel/events").size()).isEqualTo(1);
    }

    @Test
    void whileTheCarrierIsAwayTheOrderWaitsAndNothingIsDoubled() {
        var trade = Trade.sent(port, "BUYER");
        OutsideWorld.simulation().condition("carrier", false, Duration.ZERO);

        var waiting = Visitor.json(Sending.askedBy(trade.seller, trade));

        assertThat(waiting.at("/state").asString()).isEqualTo("AWAITING_SHIPMENT");
        assertThat(waiting.at("/delivery/parcel/state").asString()).isEqualTo("BOOKING");
        OutsideWorld.simulation().recover();
        lookNow(trade);
        askCarrierAgain.askAgain().block();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                trade.seen().at("/delivery/parcel/state").asString())
                        .isEqualTo("BOOKED"));
        assertThat(Sending.labelled(trade).parcel().at("/events").size()).isEqualTo(1);
    }

    @Test
    void newsThatComesLateTwiceAndNotAtAllEndsInTheSame() {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade);
        List.of("PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED").forEach(sending::happens);

        sending.tells("evt_" + trade.orderId).expectStatus().isOk();
        trade.awaitState("DELIVERED");
        sending.tells("evt_" + trade.orderId).expectStatus().isOk();
        sending.tells("evt_late_" + trade.orderId).expectStatus().isOk();

        assertThat(stepsOf(trade))
                .containsExactly("AWAITING_PAYMENT", "COLLECTING", "AWAITING_SHIPMENT", "IN_TRANSIT", "DELIVERED");
        assertThat(postedTo("CARRIER_PAYABLE", trade)).containsExactly(1_100L);
    }

    @Test
    void newsIsBelievedOnlyWithTheCarriersSignature() {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade);

        Sending.send(trade.buyer, "evt_forged", sending.reference, "whsec_of_somebody_else")
                .expectStatus()
                .isBadRequest();
        Sending.send(trade.buyer, "evt_" + UUID.randomUUID(), UUID.randomUUID().toString(), OutsideWorld.WEBHOOK_SECRET)
                .expectStatus()
                .isOk();
    }

    @Test
    void whatIsNotSentInTimeIsPaidBackWithItsShipping() {
        var trade = Trade.sent(port, "BUYER");
        Sending.labelled(trade);

        timeIsUp(trade);

        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
        assertThat(postedTo("CARRIER_PAYABLE", trade)).isEmpty();
        assertThat(trade.listingState()).isEqualTo("PUBLISHED");
    }

    @Test
    void aSellerIsRemindedOnceBeforeThat() {
        var trade = Trade.sent(port, "BUYER");

        database.sql("update orders.purchase set remind_at = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(trade.seller.get("/api/v1/my/notifications"))
                                .at("/items")
                                .valueStream()
                                .map(notification -> notification.at("/kind").asString()))
                        .filteredOn("ORDER_SHIPMENT_DUE"::equals)
                        .hasSize(1));
    }

    @Test
    void ofShippingAndCallingOffAtTheSameMomentTheCarrierSaysWhoWasFirst() {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade);
        sending.happens("PICKED_UP");

        timeIsUp(trade);

        trade.awaitState("IN_TRANSIT");
        assertThat(postedTo("CARRIER_PAYABLE", trade)).containsExactly(1_100L);
        sending.and("DELIVERED");
        trade.awaitState("DELIVERED");
    }

    @Test
    void whatIsCalledOffWhileTheCarrierIsAwayWaitsForItsWord() {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade);
        OutsideWorld.simulation().condition("carrier", false, Duration.ZERO);

        trade.doneBy(trade.buyer, "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();

        assertThat(trade.state()).isEqualTo("CANCELLING_SHIPMENT");
        OutsideWorld.simulation().recover();
        trade.awaitState("CANCELLED");
        assertThat(sending.parcel().at("/status").asString()).isEqualTo("CANCELLED");
        assertThat(sumOf(trade)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aLostParcelCostsTheCarrierAndNobodyElse(boolean isTold) {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade).and("PICKED_UP");
        trade.awaitState("IN_TRANSIT");

        if (isTold) {
            sending.and("LOST");
        } else {
            timeIsUp(trade);
        }

        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
        assertThat(trade.availableTo(trade.seller)).isEqualTo(28_000);
        assertThat(postedTo("CARRIER_PAYABLE", trade)).containsExactlyInAnyOrder(1_100L, -1_100L, -28_000L);
        assertThat(balanceOfEscrow(trade)).isZero();
        assertThat(trade.listingState()).isEqualTo("SOLD");
    }

    @ParameterizedTest
    @CsvSource({
        // Not as described: the buyer gets everything back, and the seller has nothing that shipping could come from.
        "NOT_AS_DESCRIBED, 29100, 1100",
        // A change of mind that the seller agreed to: what sending it cost stays spent.
        "OTHER, 28000, 0"
    })
    void shippingOfWhatGoesBackIsBorneByWhoIsToBlame(String reason, long refunded, long guaranteed) {
        var trade = Trade.sent(port, "BUYER");
        Sending.labelled(trade).and("PICKED_UP").and("DELIVERED");
        trade.awaitState("DELIVERED");
        var request = new HashMap<>(Quarrel.damaged(trade.buyer, "REFUND_WITHOUT_RETURN"));
        request.put("reason", reason);

        var quarrel = Quarrel.opened(trade, request);
        quarrel.accepts(trade.seller).expectStatus().isOk();

        quarrel.awaitState("CLOSED");
        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(29_100 - refunded);
        assertThat(postedTo("SHIPPING_GUARANTEE", trade).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(-guaranteed);
        assertThat(balanceOfEscrow(trade)).isZero();
        assertThat(sumOf(trade)).isZero();
    }

    @Test
    void aWithdrawnDisputeFindsTheParcelWhereItIsByThen() {
        var trade = Trade.sent(port, "BUYER");
        var sending = Sending.labelled(trade).and("PICKED_UP");
        trade.awaitState("IN_TRANSIT");
        var quarrel = Quarrel.opened(
                trade, Map.of("reason", "NOT_RECEIVED", "remedy", "REFUND_WITHOUT_RETURN", "words", "一直没有到"));
        sending.and("DELIVERED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                trade.seen().at("/delivery/parcel/state").asString())
                        .isEqualTo("DELIVERED"));

        quarrel.ok(trade.buyer, "withdrawal", Map.of());

        trade.awaitState("DELIVERED");
    }

    @Test
    void aSellerWhoPaysForShippingNeverPaysInForASale() {
        var seller = new Visitor(port).signUp("卖家");
        var offer = Goods.bookcase(seller);
        offer.put("price", Map.of("amount", 1_000, "currency", "CNY"));
        offer.put("shipping", Map.of("payer", "SELLER", "parcelGrams", 3_000));
        var listing = Goods.publish(seller, offer).at("/id").asString();
        var buyer = new Visitor(port).signUp("买家");

        var refused = buyer.post("/api/v1/orders", Map.of("listingId", listing, "addressId", Sending.address(buyer)));

        refused.expectStatus().isEqualTo(422).expectBody().jsonPath("$.code").isEqualTo("order.shipping-not-covered");
        buyer.post("/api/v1/orders", Map.of("listingId", listing))
                .expectStatus()
                .isCreated();
    }

    private List<Long> postedTo(String account, Trade trade) {
        return postings(trade).stream()
                .filter(line -> line.account().equals(account))
                .map(line -> line.amount().amount())
                .toList();
    }

    private long balanceOfEscrow(Trade trade) {
        return postedTo("ESCROW", trade).stream().mapToLong(Long::longValue).sum();
    }

    private long sumOf(Trade trade) {
        return postings(trade).stream()
                .map(PostingView::amount)
                .mapToLong(Money::amount)
                .sum();
    }

    private List<PostingView> postings(Trade trade) {
        return Objects.requireNonNull(ledger.postingsOfOrder(UUID.fromString(trade.orderId))
                .collectList()
                .block());
    }

    private static List<String> stepsOf(Trade trade) {
        return trade.seen()
                .at("/steps")
                .valueStream()
                .map(step -> step.at("/state").asString())
                .toList();
    }

    private void timeIsUp(Trade trade) {
        database.sql("update orders.purchase set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();
    }

    private void lookNow(Trade trade) {
        database.sql("update shipping.shipment set next_look_at = now() where order_id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();
    }
}
