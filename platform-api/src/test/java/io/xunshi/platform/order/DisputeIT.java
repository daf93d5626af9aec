package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.messaging.Talk;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.trace.TraceLog;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What becomes of a purchase that the buyer disputes, and of its money. Time is up where a deadline is moved. */
@PlatformTest
class DisputeIT {
    private static final long PRICE = 28_000;
    private static final long NET = 27_832;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @Autowired
    private Payments payments;

    @Autowired
    private TraceLog log;

    private final List<Trade> trades = new ArrayList<>();

    @AfterEach
    void ourBooksSumToZeroAndAgreeWithTheProviders() {
        assertThat(ledger.sumOfAll().block()).isZero();
        trades.forEach(trade -> await().untilAsserted(() -> {
            assertThat(sumOf(trade, "REFUND_IN_TRANSIT")).isZero();
            assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(-sumOf(trade, "PROVIDER_CLEARING"));
        }));
    }

    @Test
    void theSellerOffersAPartTheBuyerAcceptsAndEverybodyHasTheirs() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        assertThat(trade.state()).isEqualTo("DISPUTED");
        assertThat(trade.seenBy(trade.buyer).at("/deadline").isNull()).isTrue();

        var offered = quarrel.offers(trade.seller, 8_400);
        assertThat(offered.at("/state").asString()).isEqualTo("NEGOTIATING");
        assertThat(offered.at("/steps/1/remedy/effect/refund/amount").asLong()).isEqualTo(8_400);
        assertThat(offered.at("/steps/1/remedy/effect/toSeller/amount").asLong())
                .isEqualTo(19_482);
        assertThat(offered.at("/steps/1/remedy/effect/fee/amount").asLong()).isEqualTo(118);
        quarrel.accepts(trade.buyer).expectStatus().isOk();

        quarrel.awaitState("CLOSED");
        assertThat(trade.state()).isEqualTo("COMPLETED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(19_482);
        assertThat(trade.seenBy(trade.seller).at("/sellerNet/amount").asLong()).isEqualTo(19_482);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE - 8_400);
        assertThat(OutsideWorld.refundsOf(trade.intentId)).isEqualTo(1);
        assertThat(quarrel.steps()).containsExactly("OPENED", "PROPOSED", "AGREED", "REFUND_ARRIVED");
        assertThat(trade.listingState()).isEqualTo("SOLD");
    }

    @Test
    void whoeverReadsAnOldPageAcceptsNothingByAccident() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        quarrel.offers(trade.seller, 8_400);
        quarrel.offers(trade.seller, 100);

        refused(quarrel.does(trade.buyer, "acceptance", Map.of("step", 2)), 409, "order.dispute-moved-on");

        assertThat(quarrel.seenBy(trade.buyer).at("/acceptable").asInt()).isEqualTo(3);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE);
    }

    @Test
    void aSellerWhoDoesNotAnswerAgreesToWhatIsAsked() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);

        quarrel.timeIsUp(database);

        quarrel.awaitState("CLOSED");
        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
        assertThat(trade.availableTo(trade.seller)).isZero();
        assertThat(profileOf(trade.seller).at("/disputesLost").asInt()).isEqualTo(1);
        assertThat(profileOf(trade.buyer).at("/disputesWon").asInt()).isEqualTo(1);
        assertThat(trade.listingState()).isEqualTo("SOLD");
    }

    @Test
    void goodsComeBackBeforeTheMoneyAndAreOfferedAgain() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade, Quarrel.damaged(trade.buyer, "RETURN_AND_REFUND"));
        quarrel.accepts(trade.seller).expectStatus().isOk();
        assertThat(quarrel.seenBy(trade.buyer).at("/state").asString()).isEqualTo("RETURNING");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE);

        quarrel.ok(trade.buyer, "return", Map.of("photoIds", List.of(Goods.photo(trade.buyer))));
        quarrel.ok(trade.seller, "return-confirmation", Map.of());

        trade.awaitState("CANCELLED");
        quarrel.awaitState("CLOSED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
        assertThat(trade.listingState()).isEqualTo("PUBLISHED");
    }

    @Test
    void aReturnThatNobodyDeniesIsBelieved() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade, Quarrel.damaged(trade.buyer, "RETURN_AND_REFUND"));
        quarrel.accepts(trade.seller).expectStatus().isOk();
        quarrel.ok(trade.buyer, "return", Map.of("photoIds", List.of(Goods.photo(trade.buyer))));

        quarrel.timeIsUp(database);

        trade.awaitState("CANCELLED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isZero();
    }

    @Test
    void goodsThatDoNotComeBackArePaidFor() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade, Quarrel.damaged(trade.buyer, "RETURN_AND_REFUND"));
        quarrel.accepts(trade.seller).expectStatus().isOk();

        quarrel.timeIsUp(database);

        quarrel.awaitState("CLOSED");
        assertThat(trade.state()).isEqualTo("COMPLETED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(NET);
        assertThat(profileOf(trade.seller).at("/disputesWon").asInt()).isZero();
    }

    @Test
    void aDeniedReturnIsDecidedAndCannotBeSentBackAndForth() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade, Quarrel.damaged(trade.buyer, "RETURN_AND_REFUND"));
        quarrel.accepts(trade.seller).expectStatus().isOk();
        quarrel.ok(trade.buyer, "return", Map.of("photoIds", List.of(Goods.photo(trade.buyer))));
        quarrel.ok(trade.seller, "return-denial", Map.of("words", "退回来的是另一个书柜。"));
        var officer = officer();

        refused(quarrel.decides(officer, "RETURN_AND_REFUND", 0), 422, "order.remedy-not-possible");
        refused(quarrel.does(trade.buyer, "withdrawal", Map.of()), 409, "order.dispute-moved-on");
        quarrel.decides(officer, "NO_REFUND", 0).expectStatus().isOk();
        quarrel.timeIsUp(database);

        quarrel.awaitState("CLOSED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(NET);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_REFUND, 0, 27832, COMPLETED, 1, 0",
        "PARTIAL_REFUND, 14000, 13916, COMPLETED, 0, 0",
        "REFUND_WITHOUT_RETURN, 28000, 0, CANCELLED, 0, 1",
    })
    void anOfficerDecidesAndTheMoneyMovesWhenNobodyAppeals(
            String remedy, long refund, long toSeller, String end, int won, int lost) {
        var trade = paid();
        var quarrel = Quarrel.opened(trade).escalated();

        quarrel.decides(officer(), remedy, refund).expectStatus().isOk();
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE);
        assertThat(trade.availableTo(trade.seller)).isZero();
        quarrel.timeIsUp(database);

        trade.awaitState(end);
        quarrel.awaitState("CLOSED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(toSeller);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE - refund);
        assertThat(profileOf(trade.seller).at("/disputesWon").asInt()).isEqualTo(won);
        assertThat(profileOf(trade.seller).at("/disputesLost").asInt()).isEqualTo(lost);
    }

    @Test
    void anAppealIsDecidedBySomebodyElseAndIsFinal() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade).escalated();
        var first = officer();
        quarrel.decides(first, "NO_REFUND", 0).expectStatus().isOk();
        quarrel.ok(trade.buyer, "appeal", Map.of("words", "照片里裂缝很清楚。"));
        refused(quarrel.does(trade.seller, "appeal", Map.of("words", "也申诉")), 409, "order.dispute-moved-on");

        refused(quarrel.decides(first, "NO_REFUND", 0), 403, "order.officer-concerned");
        assertThat(caseSeenBy(first, quarrel).at("/actions").isEmpty()).isTrue();
        quarrel.decides(officer(), "PARTIAL_REFUND", 1).expectStatus().isOk();

        quarrel.awaitState("CLOSED");
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(PRICE - 1);
        assertThat(quarrel.steps()).contains("DECIDED", "APPEALED", "DECIDED_FINALLY");
        assertThat(quarrel.seenBy(trade.seller).toString()).doesNotContain("officer");
    }

    @Test
    void twoOfficersWhoDecideAtTheSameMomentDecideOnce() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade).escalated();
        var officers = List.of(officer(), officer());

        var answers = race(officers.stream()
                .map(each -> (Supplier<ResponseSpec>) () -> quarrel.decides(each, "NO_REFUND", 0))
                .toList());

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whatBothSidesDoAtTheSameMomentPaysOnce() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        quarrel.offers(trade.seller, 8_400);
        quarrel.offers(trade.buyer, 20_000);
        var buyers = quarrel.seenBy(trade.buyer).at("/acceptable").asInt();
        var sellers = quarrel.seenBy(trade.seller).at("/acceptable").asInt();

        var answers = race(List.of(
                () -> quarrel.does(trade.buyer, "acceptance", Map.of("step", buyers)),
                () -> quarrel.does(trade.seller, "acceptance", Map.of("step", sellers))));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        quarrel.awaitState("CLOSED");
        assertThat(OutsideWorld.refundsOf(trade.intentId)).isEqualTo(1);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isIn(PRICE - 8_400, PRICE - 20_000);
    }

    @Test
    void aDisputeAndTheConfirmationAtTheSameMomentHaveOneOutcome() {
        var trade = paid();
        var request = Quarrel.damaged(trade.buyer, "REFUND_WITHOUT_RETURN");
        var code = trade.seenBy(trade.buyer).at("/pickupCode").asString();

        var answers = race(List.of(
                () -> trade.doneBy(trade.buyer, "disputes", request),
                () -> trade.doneBy(trade.seller, "handover", Map.of("pickupCode", code))));

        // Whichever is second meets a purchase that has moved on; a completed one can still be disputed.
        assertThat(answers).contains(trade.state().equals("DISPUTED") ? 201 : 200);
        assertThat(sumOf(trade, "ESCROW")).isEqualTo(trade.availableTo(trade.seller) == 0 ? PRICE : 0);
    }

    @Test
    void theTimerPausesAndGoesOnWithWhatWasLeft() {
        var trade = paid();
        trade.doneBy(trade.seller, "handover", Map.of()).expectStatus().isOk();
        database.sql("update orders.purchase set deadline = now() + interval '10 h' where id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();
        var quarrel = Quarrel.opened(trade);

        quarrel.ok(trade.buyer, "withdrawal", Map.of());

        assertThat(trade.state()).isEqualTo("HANDED_OVER");
        var ends = Instant.parse(trade.seenBy(trade.buyer).at("/deadline/at").asString());
        var left = Duration.between(Instant.now(), ends);
        assertThat(left).isBetween(Duration.ofHours(9), Duration.ofHours(10));
        refused(
                trade.doneBy(trade.buyer, "disputes", Quarrel.damaged(trade.buyer, "REFUND_WITHOUT_RETURN")),
                409,
                "order.wrong-state",
                "order.dispute-not-possible");
    }

    @Test
    void aCompletedPurchaseIsCalledBackWhileTheSellerStillHasTheMoney() {
        var trade = paid();
        trade.confirmed();
        assertThat(trade.availableTo(trade.seller)).isEqualTo(NET);

        var quarrel = Quarrel.opened(trade);
        assertThat(trade.state()).isEqualTo("COMPLETED");
        assertThat(trade.availableTo(trade.seller)).isZero();
        assertThat(sumOf(trade, "ESCROW")).isEqualTo(PRICE);
        quarrel.offers(trade.seller, 10_000);
        quarrel.accepts(trade.buyer).expectStatus().isOk();

        quarrel.awaitState("CLOSED");
        assertThat(trade.availableTo(trade.seller)).isEqualTo(18_000 - 108);
        assertThat(OutsideWorld.heldFrom(trade.intentId)).isEqualTo(18_000);
        assertThat(sumOf(trade, "ESCROW")).isZero();
    }

    @Test
    void aWithdrawnDisputeGivesTheSellerTheMoneyBack() {
        var trade = paid();
        trade.confirmed();
        var quarrel = Quarrel.opened(trade);

        quarrel.ok(trade.buyer, "withdrawal", Map.of());

        assertThat(trade.availableTo(trade.seller)).isEqualTo(NET);
        assertThat(quarrel.seenBy(trade.seller).at("/state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void afterFortyEightHoursOrAPayoutNothingIsLeftToFreeze() {
        var late = paid();
        late.confirmed();
        database.sql("update orders.step set at = at - interval '49 h' where order_id = :id and state = 'COMPLETED'")
                .bind("id", UUID.fromString(late.orderId))
                .then()
                .block();
        refused(
                late.doneBy(late.buyer, "disputes", Quarrel.damaged(late.buyer, "REFUND_WITHOUT_RETURN")),
                409,
                "order.dispute-not-possible");

        var paidOut = paid();
        paidOut.confirmed();
        paidOut.seller
                .post("/api/v1/my/payouts", Map.of("amount", Map.of("amount", 1_000, "currency", "CNY")))
                .expectStatus()
                .isCreated();
        refused(
                paidOut.doneBy(paidOut.buyer, "disputes", Quarrel.damaged(paidOut.buyer, "REFUND_WITHOUT_RETURN")),
                409,
                "order.price-paid-out");
        assertThat(paidOut.availableTo(paidOut.seller)).isEqualTo(NET - 1_000);
    }

    @Test
    void whatIsFrozenCannotBeMovedByAnyOtherDoor() {
        var trade = paid();
        var code = trade.seenBy(trade.buyer).at("/pickupCode").asString();
        Quarrel.opened(trade);

        for (var action : new String[] {"receipt-confirmation", "handover"}) {
            trade.doneBy(action.equals("handover") ? trade.seller : trade.buyer, action, Map.of("pickupCode", code))
                    .expectStatus()
                    .isEqualTo(409);
        }
        trade.doneBy(trade.seller, "handover", Map.of()).expectStatus().isEqualTo(409);
        for (var side : List.of(trade.seller, trade.buyer)) {
            trade.doneBy(side, "cancellation", Map.of("reason", "不要了"))
                    .expectStatus()
                    .isEqualTo(409);
        }
        assertThat(trade.seenBy(trade.buyer).at("/pickupCode").isNull()).isTrue();
    }

    @Test
    void evidenceIsHashedAndOnesOwn() {
        var trade = paid();
        var request = Quarrel.damaged(trade.buyer, "REFUND_WITHOUT_RETURN");

        request.put("photoIds", List.of(Goods.photo(trade.seller)));
        refused(trade.doneBy(trade.buyer, "disputes", request), 422, "order.evidence-not-yours");
        request.put("photoIds", List.of());
        refused(trade.doneBy(trade.buyer, "disputes", request), 422, "order.evidence-missing");
        assertThat(trade.state()).isEqualTo("PAID");

        var quarrel = Quarrel.opened(trade);
        var shown = quarrel.seenBy(trade.seller).at("/steps/0/evidence/0");
        var variants = shown.at("/photo/variants");
        var largest = variants.get(variants.size() - 1).at("/url").asString();
        assertThat(shown.at("/sha256").asString()).isEqualTo(sha256(trade.seller, largest));
        refused(
                quarrel.does(
                        trade.seller,
                        "evidence",
                        Map.of("words", "看照片", "photoIds", List.of(Goods.photo(trade.buyer)))),
                422,
                "order.evidence-not-yours");
    }

    @Test
    void bothSidesAndTheOfficerSeeWhatWasPromisedAndThatItIsUnchanged() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade).escalated();
        var officer = officer();

        assertThat(quarrel.seenBy(trade.seller).at("/promised/genuine").asBoolean())
                .isTrue();
        var seen = caseSeenBy(officer, quarrel);
        assertThat(seen.at("/promised/description").asString()).isEqualTo("搬家出，背板完好。");
        assertThat(seen.at("/promised/photos").size()).isEqualTo(1);
        assertThat(seen.at("/promised/hash").asString())
                .isEqualTo(trade.seenBy(trade.buyer).at("/snapshotHash").asString());

        database.sql("update orders.purchase set snapshot = jsonb_set(snapshot, '{title}', '\"铁书柜\"') where id = :id")
                .bind("id", UUID.fromString(trade.orderId))
                .then()
                .block();
        assertThat(caseSeenBy(officer, quarrel).at("/promised/genuine").asBoolean())
                .isFalse();
    }

    @Test
    void aDisputeIsItsTwoSidesAlone() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        var stranger = new Visitor(port).signUp("路人");
        var officer = officer();

        stranger.get("/api/v1/disputes/" + quarrel.id).expectStatus().isNotFound();
        refused(quarrel.does(stranger, "acceptance", Map.of("step", 1)), 404, "order.dispute-not-found");
        stranger.get("/api/v1/dispute-cases").expectStatus().isForbidden();
        officer.get("/api/v1/disputes/" + quarrel.id).expectStatus().isNotFound();
        officer.get("/api/v1/dispute-cases/" + quarrel.id).expectStatus().isNotFound();
        refused(quarrel.decides(officer, "NO_REFUND", 0), 409, "order.dispute-moved-on");

        refused(quarrel.does(trade.buyer, "acceptance", Map.of("step", 1)), 409, "order.dispute-moved-on");
        refused(quarrel.does(trade.buyer, "rejection", Map.of("words", "x")), 403, "order.not-yours-to-do");
        refused(quarrel.does(trade.seller, "withdrawal", Map.of()), 403, "order.not-yours-to-do");
        refused(quarrel.does(trade.seller, "escalation", Map.of()), 409, "order.dispute-moved-on");
        refused(
                trade.doneBy(trade.seller, "disputes", Quarrel.damaged(trade.seller, "PARTIAL_REFUND")),
                403,
                "order.not-yours-to-do");
    }

    @Test
    void anOfficerDoesNotJudgeTheirOwnPurchase() {
        var seller = officer();
        var listing = Goods.published(seller).at("/id").asString();
        var trade = Trade.placed(port, seller, listing);
        trade.pay();
        trade.awaitState("PAID");
        var quarrel = Quarrel.opened(trade).escalated();

        refused(quarrel.decides(seller, "NO_REFUND", 0), 403, "order.officer-concerned");
    }

    @Test
    void whoeverWaitsLongestIsAtTheHeadOfTheQueueAndSilenceEscalates() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        quarrel.offers(trade.seller, 100);
        quarrel.timeIsUp(database);
        quarrel.awaitState("UNDER_REVIEW");
        database.sql("update orders.dispute set waiting_since = '2020-01-01T00:00:00Z' where id = :id")
                .bind("id", UUID.fromString(quarrel.id))
                .then()
                .block();

        var queue = Visitor.json(officer().get("/api/v1/dispute-cases?limit=1"));

        assertThat(queue.at("/items/0/id").asString()).isEqualTo(quarrel.id);
        assertThat(queue.at("/items/0/asked/amount").asLong()).isEqualTo(PRICE);
        assertThat(queue.at("/items/0/offered/amount").asLong()).isEqualTo(100);
        assertThat(queue.at("/items/0/due/at").asString()).isEqualTo("2020-01-16T00:00:00Z");
        assertThat(queue.at("/items/0/mine").asBoolean()).isTrue();
        database.sql("update orders.dispute set waiting_since = now() where id = :id")
                .bind("id", UUID.fromString(quarrel.id))
                .then()
                .block();
    }

    @Test
    void anOfficerWhoIsLateDecidesNothingBySilence() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade).escalated();

        quarrel.timeIsUp(database);

        await().untilAsserted(() -> assertThat(
                        database.sql("select deadline > now() as prolonged from orders.dispute where id = :id")
                                .bind("id", UUID.fromString(quarrel.id))
                                .mapValue(Boolean.class)
                                .one()
                                .block())
                .isTrue());
        assertThat(quarrel.seenBy(trade.buyer).at("/state").asString()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    void theOutcomeIsSealedBesideTheTrade() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        quarrel.offers(trade.seller, 8_400);
        quarrel.accepts(trade.buyer).expectStatus().isOk();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(recordsOf(trade))
                        .extracting(TradeRecord::step)
                        .containsExactlyInAnyOrder(
                                TradeRecord.Step.PAID, TradeRecord.Step.COMPLETED, TradeRecord.Step.DISPUTE_SETTLED));
        assertThat(recordsOf(trade))
                .filteredOn(record -> record.step() == TradeRecord.Step.DISPUTE_SETTLED)
                .extracting(record -> record.particulars().refundFen())
                .containsExactly(8_400L);
    }

    @Test
    void everyStepIsACardInTheConversation() {
        var trade = paid();
        var quarrel = Quarrel.opened(trade);
        quarrel.offers(trade.seller, 8_400);
        quarrel.accepts(trade.buyer).expectStatus().isOk();
        quarrel.awaitState("CLOSED");
        var talk = Talk.of(trade.seller(), trade.buyer(), trade.listing());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(talk.heardBy(trade.seller()).stream()
                                .filter(card -> card.at("/card").asString().equals("DISPUTE"))
                                .map(card -> card.at("/parameters/step").asString()))
                        .containsExactlyInAnyOrder("OPENED", "PROPOSED", "AGREED", "REFUND_ARRIVED"));
    }

    @Test
    void wordsAreStoredEncrypted() {
        var quarrel = Quarrel.opened(paid());

        var stored = database.sql("select words_cipher from orders.dispute_step where dispute_id = :id")
                .bind("id", UUID.fromString(quarrel.id))
                .mapValue(byte[].class)
                .one()
                .block();

        assertThat(new String(Objects.requireNonNull(stored), StandardCharsets.UTF_8))
                .doesNotContain("背板");
    }

    @Test
    void everybodySeesWhatARefundWouldDoBeforeItIsAsked() {
        var trade = paid();

        var effect = Visitor.json(trade.buyer.get("/api/v1/orders/" + trade.orderId + "/refund-effect?refundFen=8400"));
        assertThat(effect.at("/toSeller/amount").asLong()).isEqualTo(19_482);
        refused(
                trade.buyer.get("/api/v1/orders/" + trade.orderId + "/refund-effect?refundFen=28001"),
                422,
                "order.refund-amount-wrong");
        new Visitor(port)
                .signUp("路人")
                .get("/api/v1/orders/" + trade.orderId + "/refund-effect?refundFen=1")
                .expectStatus()
                .isNotFound();
    }

    private Trade paid() {
        var trade = Trade.paid(port);
        trades.add(trade);
        return trade;
    }

    private Visitor officer() {
        return Officials.with(database, port, Role.RESIDENT, Role.ADMINISTRATOR);
    }

    private JsonNode caseSeenBy(Visitor officer, Quarrel quarrel) {
        return Visitor.json(officer.get("/api/v1/dispute-cases/" + quarrel.id));
    }

    private JsonNode profileOf(Visitor person) {
        var id = Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
        return Visitor.json(new Visitor(port).get("/api/v1/accounts/" + id + "/profile"));
    }

    private List<TradeRecord> recordsOf(Trade trade) {
        return Objects.requireNonNull(log.entriesOf(UUID.fromString(trade.orderId))
                .map(entry -> TradeRecord.read(entry.bytes()))
                .collectList()
                .block());
    }

    private long sumOf(Trade trade, String account) {
        return Objects.requireNonNull(payments.postingsOf(UUID.fromString(trade.orderId))
                .filter(posting -> posting.account().equals(account))
                .map(PostingView::amount)
                .map(amount -> amount.amount())
                .reduce(0L, Long::sum)
                .block());
    }

    private static List<Integer> race(List<Supplier<ResponseSpec>> racers) {
        return racers.stream()
                .map(racer -> CompletableFuture.supplyAsync(
                        () -> racer.get().returnResult(String.class).getStatus().value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static void refused(ResponseSpec answer, int status, String... codes) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(Objects.requireNonNull(body).at("/code").asString()).isIn((Object[]) codes);
    }

    private static String sha256(Visitor reader, String url) {
        var bytes = reader.get(url).expectBody(byte[].class).returnResult().getResponseBody();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
