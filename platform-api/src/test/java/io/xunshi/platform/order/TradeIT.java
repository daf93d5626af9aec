package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.infra.simulation.payment.Fault;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@Isolated("it takes the providers down, which all tests share")
class TradeIT {
    @LocalServerPort
    private int port;

    @Autowired
    private LedgerRepository ledger;

    @AfterEach
    void theLedgerSumsToZero() {
        assertThat(ledger.sumOfAll().block()).isZero();
    }

    @Test
    void theMoneyWaitsInEscrowUntilThePickupCodeIsTyped() {
        var trade = Trade.placed(port);
        assertThat(trade.state()).isEqualTo("AWAITING_PAYMENT");
        assertThat(trade.listingState()).isEqualTo("RESERVED");

        trade.pay();
        trade.awaitState("PAID");
        assertThat(trade.availableTo(trade.seller)).isZero();
        assertThat(trade.seenBy(trade.seller).at("/pickupCode").isNull()).isTrue();
        var code = trade.seenBy(trade.buyer).at("/pickupCode").asString();

        trade.doneBy(trade.seller, "handover", Map.of("pickupCode", code))
                .expectStatus()
                .isOk();

        assertThat(trade.state()).isEqualTo("COMPLETED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(28_000 - 168);
        assertThat(trade.listingState()).isEqualTo("SOLD");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(28_000);
    }

    @Test
    void theBuyerCanConfirmInsteadOfShowingTheCode() {
        var trade = Trade.paid(port);

        trade.doneBy(trade.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();

        assertThat(trade.state()).isEqualTo("COMPLETED");
    }

    @Test
    void aHandoverThatTheBuyerContradictsPutsTheMoneyBackIntoWaiting() {
        var trade = Trade.paid(port);
        trade.doneBy(trade.seller, "handover", Map.of()).expectStatus().isOk();
        assertThat(trade.state()).isEqualTo("HANDED_OVER");

        trade.doneBy(trade.buyer, "handover-objection", Map.of("reason", "没有收到"))
                .expectStatus()
                .isOk();

        assertThat(trade.state()).isEqualTo("PAID");
        assertThat(trade.availableTo(trade.seller)).isZero();
    }

    @Test
    void whatIsCalledOffBeforeTheHandoverIsPaidBackOnce() {
        var trade = Trade.paid(port);

        trade.doneBy(trade.seller, "cancellation", Map.of("reason", "摔坏了"))
                .expectStatus()
                .isOk();
        trade.awaitState("CANCELLED");
        trade.hearFromProvider("charge.refunded");
        trade.hearFromProvider("payment_intent.succeeded");

        await().during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(trade.state()).isEqualTo("CANCELLED"));
        assertThat(OutsideWorld.refundsOf(trade.intentId)).isEqualTo(1);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
        assertThat(trade.listingState()).isEqualTo("PUBLISHED");
    }

    @Test
    void anUnpaidOrderThatIsCalledOffFreesTheItemAtOnce() {
        var trade = Trade.placed(port);

        trade.doneBy(trade.buyer, "cancellation", Map.of("reason", "买错了"))
                .expectStatus()
                .isOk();

        assertThat(trade.state()).isEqualTo("CANCELLED");
        assertThat(trade.listingState()).isEqualTo("PUBLISHED");
        await().untilAsserted(
                        () -> assertThat(OutsideWorld.statusOf(trade.intentId)).isEqualTo("canceled"));
    }

    @Test
    void aPaymentThatBecameReadyWhileTheOrderWasCalledOffIsLetGo() {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().pay(trade.intentId);

        trade.doneBy(trade.buyer, "cancellation", Map.of("reason", "买错了"))
                .expectStatus()
                .isOk();
        trade.hearFromProvider("payment_intent.amount_capturable_updated");

        await().untilAsserted(
                        () -> assertThat(OutsideWorld.statusOf(trade.intentId)).isEqualTo("canceled"));
        assertThat(trade.state()).isEqualTo("CANCELLED");
    }

    @Test
    void ofManyBuyersOneGetsTheItemAndTheOthersHearWhy() throws InterruptedException, ExecutionException {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();
        var buyers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 24; i++) {
            var buyer = new Visitor(port).signUp("买家" + i);
            buyers.add(() -> buyer.post("/api/v1/orders", Map.of("listingId", listing))
                    .returnResult(String.class)
                    .getStatus()
                    .value());
        }

        var answers = new ArrayList<Integer>();
        try (var everybody = Executors.newFixedThreadPool(buyers.size())) {
            for (var answer : everybody.invokeAll(buyers)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(buyers.size() - 1);
    }

    @Test
    void aFourthUnpaidOrderIsRefused() {
        var buyer = new Visitor(port).signUp("囤货人");
        for (int i = 0; i < 3; i++) {
            buyer.post("/api/v1/orders", Map.of("listingId", offered()))
                    .expectStatus()
                    .isCreated();
        }

        buyer.post("/api/v1/orders", Map.of("listingId", offered()))
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.too-many-unpaid");
    }

    @Test
    void nobodyBuysFromThemselves() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();

        seller.post("/api/v1/orders", Map.of("listingId", listing))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void aStrangersOrderDoesNotExist() {
        var trade = Trade.paid(port);
        var stranger = new Visitor(port).signUp("路人");

        stranger.get("/api/v1/orders/" + trade.orderId).expectStatus().isNotFound();
        for (var action : new String[] {"handover", "receipt-confirmation", "payment"}) {
            trade.doneBy(stranger, action, Map.of()).expectStatus().isNotFound();
        }
        trade.doneBy(stranger, "cancellation", Map.of("reason", "x"))
                .expectStatus()
                .isNotFound();
        assertThat(trade.state()).isEqualTo("PAID");
    }

    @Test
    void eachSideDoesOnlyItsOwnPart() {
        var trade = Trade.paid(port);

        trade.doneBy(trade.seller, "receipt-confirmation", Map.of())
                .expectStatus()
                .isForbidden();
        trade.doneBy(trade.buyer, "handover", Map.of("pickupCode", "000000"))
                .expectStatus()
                .isForbidden();
        assertThat(trade.state()).isEqualTo("PAID");
    }

    @Test
    void afterFiveWrongCodesEvenTheRightOneHasToWait() {
        var trade = Trade.paid(port);
        var code = trade.seenBy(trade.buyer).at("/pickupCode").asString();
        for (int i = 0; i < 5; i++) {
            trade.doneBy(trade.seller, "handover", Map.of("pickupCode", "wrong"))
                    .expectStatus()
                    .isEqualTo(422);
        }

        trade.doneBy(trade.seller, "handover", Map.of("pickupCode", code))
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.pickup-code-locked");
    }

    @Test
    void aForgedOrReplayedWebhookChangesNothing() {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().pay(trade.intentId);
        var payload = "{\"id\":\"evt_forged\",\"data\":{\"object\":{\"id\":\"%s\"}}}".formatted(trade.intentId);

        trade.send(payload, Instant.now(), "another secret").expectStatus().isBadRequest();
        trade.send(payload, Instant.now().minus(Duration.ofMinutes(6)), OutsideWorld.WEBHOOK_SECRET)
                .expectStatus()
                .isBadRequest();
        trade.send(payload, Instant.now().plus(Duration.ofMinutes(6)), OutsideWorld.WEBHOOK_SECRET)
                .expectStatus()
                .isBadRequest();

        assertThat(trade.state()).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void theSameWebhookFiveTimesIsOnePayment() {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().pay(trade.intentId);
        for (int i = 0; i < 5; i++) {
            trade.hearFromProvider("payment_intent.amount_capturable_updated", "evt_same_" + trade.orderId)
                    .expectStatus()
                    .isOk();
        }

        trade.awaitState("PAID");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(28_000);
    }

    @Test
    void anAnswerLostOnTheWayTakesNoMoneyTwice() {
        var trade = Trade.placed(port);
        OutsideWorld.simulation().plan(Fault.ANSWER_LOST, 1);

        trade.pay();

        trade.awaitState("PAID");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(28_000);
    }

    @Test
    void aProviderThatIsDownLeavesTheOrderToBePaidLater() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();
        var buyer = new Visitor(port).signUp("买家");
        OutsideWorld.simulation().condition("payment", false, Duration.ZERO);

        var order = Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listing)));
        OutsideWorld.simulation().recover();
        assertThat(order.at("/payUrl").isNull()).isTrue();

        buyer.post("/api/v1/orders/" + order.at("/id").asString() + "/payment", Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.payUrl")
                .isNotEmpty();
    }

    @Test
    void aBalanceIsPaidOutOnceAndComesBackWhenThePayoutFails() {
        var trade = Trade.paid(port);
        trade.doneBy(trade.buyer, "receipt-confirmation", Map.of())
                .expectStatus()
                .isOk();
        var amount = Map.of("amount", Map.of("amount", 27_001, "currency", "CNY"));
        OutsideWorld.simulation().plan(Fault.PAYOUT_FAILS, 1);

        trade.seller.post("/api/v1/my/payouts", amount).expectStatus().isCreated();
        trade.seller
                .post("/api/v1/my/payouts", amount)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("payment.insufficient-balance");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(831);

        var payout = await().until(() -> OutsideWorld.failedPayoutOf(27_001), Optional::isPresent)
                .orElseThrow();
        trade.hearAbout(payout).expectStatus().isOk();

        await().untilAsserted(() -> assertThat(trade.availableTo(trade.seller)).isEqualTo(27_832));
    }

    private String offered() {
        return Goods.published(new Visitor(port).signUp("卖家")).at("/id").asString();
    }
}
