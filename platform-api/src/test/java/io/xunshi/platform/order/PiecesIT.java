package io.xunshi.platform.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Purchases of several pieces of a stock; a moving box costs 12.50 yuan. */
@PlatformTest
class PiecesIT {
    @LocalServerPort
    private int port;

    private Visitor seller;
    private String boxes;

    @BeforeEach
    void fiveBoxesAreOffered() {
        seller = new Visitor(port).signUp("卖家");
        boxes = Goods.stocked(seller, 5).at("/id").asString();
    }

    @Test
    void aBuyerPaysEveryPieceAndTheRestStaysOnOffer() {
        var trade = bought(3);

        assertThat(trade.seen().at("/pieces").intValue()).isEqualTo(3);
        assertThat(trade.seen().at("/unitPrice/amount").longValue()).isEqualTo(1_250);
        assertThat(trade.seen().at("/price/amount").longValue()).isEqualTo(3_750);
        assertThat(trade.seen().at("/total/amount").longValue()).isEqualTo(3_750);
        assertThat(listing().at("/state").asString()).isEqualTo("PUBLISHED");
        assertThat(listing().at("/left").intValue()).isEqualTo(2);
    }

    @Test
    void oneCodeHandsAllPiecesOverAndTheFeeIsThatOfTheWholePrice() {
        var trade = bought(3);
        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();

        assertThat(trade.availableTo(seller)).isEqualTo(3_750 - 22);
        assertThat(listing().at("/stock").intValue()).isEqualTo(2);
    }

    @Test
    void itIsReservedWithTheLastPieceAndSoldOnceAllAreHandedOver() {
        var first = bought(3);
        var last = bought(2);
        assertThat(listing().at("/state").asString()).isEqualTo("RESERVED");

        for (var trade : List.of(first, last)) {
            trade.pay();
            trade.awaitState("PAID");
            trade.confirmed();
        }

        assertThat(listing().at("/state").asString()).isEqualTo("SOLD");
    }

    @Test
    void aCancelledOrderGivesItsPiecesBack() {
        var trade = bought(5);
        assertThat(listing().at("/state").asString()).isEqualTo("RESERVED");

        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "买错了"))
                .expectStatus()
                .isOk();

        assertThat(listing().at("/state").asString()).isEqualTo("PUBLISHED");
        assertThat(listing().at("/left").intValue()).isEqualTo(5);
    }

    @Test
    void whoComesTooLateHearsHowManyAreLeftAndOfSimilarOnes() throws InterruptedException, ExecutionException {
        var answers = orders(List.of(3, 3));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        var refusal = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(refusal.at("/code").asString()).isEqualTo("listing.too-few-left");
        assertThat(refusal.at("/left").intValue()).isEqualTo(2);
        assertThat(refusal.at("/similar").isArray()).isTrue();
        assertThat(refusal.at("/detail").asString()).startsWith("2 can still be had");
    }

    @Test
    void ofManyBuyersAsManyGetAPieceAsThereAre() throws InterruptedException, ExecutionException {
        var answers = orders(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(7);
        assertThat(listing().at("/state").asString()).isEqualTo("RESERVED");
    }

    @Test
    void ofAUniqueThingThereIsOne() {
        var bookcase = Goods.published(seller).at("/id").asString();

        new Visitor(port)
                .signUp("买家")
                .post("/api/v1/orders", Map.of("listingId", bookcase, "pieces", 2))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.left")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1000", "1000000000", "1.5", "\"２\"", "\"two\"", "[2]", "99999999999"})
    void nobodyBuysAnythingButAWholeNumberOfPieces(String pieces) {
        var body = "{\"listingId\":\"%s\",\"pieces\":%s}".formatted(boxes, pieces);

        new Visitor(port)
                .signUp("买家")
                .post("/api/v1/orders", body)
                .expectStatus()
                .isEqualTo(400);
        assertThat(listing().at("/left").intValue()).isEqualTo(5);
    }

    @Test
    void theLogTellsHowManyPiecesThePriceIsFor() {
        var trade = bought(3);
        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();

        var record = sealed(trade).getLast();

        assertThat(record.priceFen()).isEqualTo(3_750);
        assertThat(record.particulars().pieces()).isEqualTo(3);
        assertThat(record.unitPriceFen()).isEqualTo(1_250);
    }

    @Test
    void shippingIsThatOfOneParcelWithAllOfThem() {
        var offer = Goods.boxes(seller, 20);
        offer.put("shipping", Map.of("payer", "BUYER", "parcelGrams", 3_000));
        var heavy = Goods.publish(seller, offer).at("/id").asString();
        var buyer = new Visitor(port).signUp("买家");

        assertThat(quoted(buyer, heavy, 1)).isEqualTo(1_250 + 1_100);
        assertThat(quoted(buyer, heavy, 4)).isGreaterThan(4 * 1_250 + 1_100).isLessThan(4 * (1_250 + 1_100));
        var order = Visitor.json(buyer.post(
                "/api/v1/orders", Map.of("listingId", heavy, "pieces", 4, "addressId", Sending.address(buyer))));
        assertThat(order.at("/total/amount").longValue()).isEqualTo(quoted(buyer, heavy, 4));
        quote(buyer, heavy, 11)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("order.parcel-too-heavy");
    }

    @Test
    void aStockHasItsPriceAndTakesNoOffers() {
        var buyer = new Visitor(port).signUp("买家");
        assertThat(Visitor.json(buyer.get("/api/v1/listings/" + boxes + "/offer-terms"))
                        .at("/takesOffers")
                        .asBoolean())
                .isFalse();
        var conversation = Visitor.json(buyer.post("/api/v1/listings/" + boxes + "/conversations", Map.of()))
                .at("/id")
                .asString();

        buyer.post("/api/v1/conversations/" + conversation + "/price-offers", Map.of("price", Goods.fen(1_000)))
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("messaging.offers-not-taken");
    }

    private Trade bought(int pieces) {
        return Trade.placed(port, seller, boxes, pieces);
    }

    private JsonNode listing() {
        return Visitor.json(seller.get("/api/v1/listings/" + boxes));
    }

    private static ResponseSpec quote(Visitor buyer, String listing, int pieces) {
        return buyer.get("/api/v1/listings/%s/delivery-quote?province=41&pieces=%d".formatted(listing, pieces));
    }

    private static long quoted(Visitor buyer, String listing, int pieces) {
        return Visitor.json(quote(buyer, listing, pieces)).at("/total/amount").longValue();
    }

    private List<TradeRecord> sealed(Trade trade) {
        var records = new ArrayList<TradeRecord>();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            records.clear();
            Visitor.json(seller.get("/api/v1/receipts/" + trade.code()))
                    .at("/records")
                    .forEach(record -> records.add(
                            TradeRecord.read(record.at("/entry").asString().getBytes(StandardCharsets.UTF_8))));
            assertThat(records).extracting(TradeRecord::step).contains(TradeRecord.Step.COMPLETED);
        });
        return records;
    }

    /** One buyer each, all at once. */
    private List<Answer> orders(List<Integer> wishes) throws InterruptedException, ExecutionException {
        var buyers = new ArrayList<Callable<Answer>>();
        for (var pieces : wishes) {
            var buyer = new Visitor(port).signUp("买家");
            buyers.add(() -> {
                var answer = buyer.post("/api/v1/orders", Map.of("listingId", boxes, "pieces", pieces))
                        .returnResult(String.class);
                var body = answer.getResponseBody().blockLast();
                return new Answer(
                        answer.getStatus().value(), JsonMapper.shared().readTree(body));
            });
        }
        var answers = new ArrayList<Answer>();
        try (var everybody = Executors.newFixedThreadPool(buyers.size())) {
            for (var answer : everybody.invokeAll(buyers)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private record Answer(int status, JsonNode body) {}
}
