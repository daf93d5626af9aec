package io.xunshi.platform.messaging;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two people come to terms, or do not. Deadlines are moved, not the clock of all tests. */
@PlatformTest
class PriceOfferIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Not merely some digits of an id. */
    private static final String NUMBER = "(?<![0-9a-f-])%d(?![0-9a-f-])";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private LedgerRepository ledger;

    @Test
    void fromTheFirstOfferToTheReceiptEveryNumberIsTheAgreedPrice() {
        var two = Bargaining.about(port);
        var first = two.offered(two.buyer, 20_000);
        var second = Visitor.json(Bargaining.counters(two.seller, first, 25_000));
        var third = Visitor.json(Bargaining.counters(two.buyer, second, 23_000));
        assertThat(two.cards()).containsExactly("OFFER_MADE", "OFFER_MADE", "OFFER_MADE");

        var accepted = Bargaining.accepted(two.seller, third);

        assertThat(accepted.at("/state").asString()).isEqualTo("ACCEPTED");
        var trade = Trade.agreed(
                two.seller, two.buyer, two.talk.listing, accepted.at("/orderId").asString());
        assertThat(trade.seen().at("/price/amount").longValue()).isEqualTo(23_000);
        assertThat(trade.seen().at("/fee/amount").longValue()).isEqualTo(138);
        assertThat(timeToPay(trade)).isBetween(Duration.ofHours(11), Duration.ofHours(12));
        trade.pay();
        trade.awaitState("PAID");
        two.awaitState(third, "PAID");
        trade.confirmed();
        trade.awaitState("COMPLETED");
        assertThat(availableTo(two.seller)).isEqualTo(22_862);
        assertThat(postingsOf(trade)).contains(-23_000L, 23_000L);
        assertThat(postingsOf(trade).stream().mapToLong(Long::longValue).sum()).isZero();
        assertThat(pricesInTheLog(trade)).containsExactly(23_000L, 23_000L);
        assertThat(snapshotPriceOf(trade)).isEqualTo(23_000);
    }

    @Test
    void aBuyerWhoAcceptsIsHereAndPaysAtOnce() {
        var two = Bargaining.about(port);
        two.talk.said(two.buyer, "最低多少");
        var offer = two.offered(two.seller, 24_000);
        assertThat(two.seenBy(two.buyer, offer).at("/actions/0").asString()).isEqualTo("ACCEPT");

        var accepted = Bargaining.accepted(two.buyer, offer);

        var trade = Trade.agreed(
                two.seller, two.buyer, two.talk.listing, accepted.at("/orderId").asString());
        assertThat(trade.seen().at("/payUrl").asString()).isNotBlank();
        assertThat(timeToPay(trade)).isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aSellerNamesPricesOnlyToWhoHasWritten() {
        var two = Bargaining.about(port);

        refused(two.offers(two.seller, 24_000), 409, "messaging.nobody-asked");
        assertThat(two.seenBy(two.seller).at("/opening").isNull()).isTrue();
        two.talk.said(two.buyer, "在吗");
        assertThat(two.seenBy(two.seller).at("/opening/most/amount").longValue())
                .isEqualTo(27_999);
        assertThat(two.offered(two.seller, 24_000).at("/author").asString()).isEqualTo("SELLER");
    }

    @Test
    void aBuyerLearnsTheLeastAndTheMostThatMayBeOffered() {
        var two = Bargaining.about(port);
        var terms = Visitor.json(new Visitor(port).get("/api/v1/listings/" + two.talk.listing + "/offer-terms"));
        assertThat(terms.at("/range/least/amount").longValue()).isEqualTo(14_000);

        var tooLow = refused(two.offers(two.buyer, 13_999), 422, "messaging.offer-out-of-range");
        assertThat(tooLow.at("/least/amount").longValue()).isEqualTo(14_000);
        assertThat(tooLow.at("/most/amount").longValue()).isEqualTo(27_999);
        refused(two.offers(two.buyer, 28_000), 422, "messaging.offer-out-of-range");
        assertThat(two.offered(two.buyer, 14_000).at("/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void oneOfferWaitsAtATimeAndThreeAreAllThatASideMayMake() {
        var two = Bargaining.about(port);
        for (var fen : List.of(15_000, 16_000, 17_000)) {
            assertThat(two.seenBy(two.buyer).at("/opening/least/amount").longValue())
                    .isEqualTo(14_000);
            var offer = two.offered(two.buyer, fen);
            refused(two.offers(two.buyer, 18_000), 409, "messaging.offer-waiting");
            refused(two.offers(two.seller, 18_000), 409, "messaging.offer-waiting");
            Bargaining.answers(two.seller, offer, "refusal").expectStatus().isOk();
        }

        refused(two.offers(two.buyer, 18_000), 429, "messaging.too-many-offers");
        assertThat(two.seenBy(two.buyer).at("/opening").isNull()).isTrue();
        assertThat(two.cards().stream().filter("OFFER_DECLINED"::equals)).hasSize(3);
    }

    @Test
    void whoIsSureOfThePriceTakesNoOffersAndMayStillNameOne() {
        var two = Bargaining.about(port);
        two.seller
                .put("/api/v1/listings/" + two.talk.listing + "/offer-bounds", Map.of("takesOffers", false), "\"0\"")
                .expectStatus()
                .isOk();

        refused(two.offers(two.buyer, 20_000), 409, "messaging.offers-not-taken");
        two.talk.said(two.buyer, "一口价吗");
        assertThat(two.offered(two.seller, 26_000).at("/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void theBoundsAnswerInTheSameMoment() {
        var low = Bargaining.about(port);
        low.decides(true, 26_913, 17_931);
        var middle = low.andAnother(port);
        var high = low.andAnother(port);

        var declined = low.offered(low.buyer, 17_930);
        var open = middle.offered(middle.buyer, 17_931);
        var accepted = high.offered(high.buyer, 26_913);

        assertThat(declined.at("/state").asString()).isEqualTo("DECLINED");
        assertThat(open.at("/state").asString()).isEqualTo("OPEN");
        assertThat(accepted.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.at("/automatic").asBoolean()).isFalse();
        assertThat(high.newestSeenBy(high.seller).at("/automatic").asBoolean()).isTrue();
        var trade = Trade.agreed(
                high.seller,
                high.buyer,
                high.talk.listing,
                accepted.at("/orderId").asString());
        assertThat(trade.seen().at("/price/amount").longValue()).isEqualTo(26_913);
        assertThat(timeToPay(trade)).isLessThanOrEqualTo(Duration.ofMinutes(15));
        middle.awaitState(open, "SUSPENDED");
    }

    @Test
    void nobodyElseEverSeesTheBounds() {
        var two = Bargaining.about(port);
        two.decides(true, 26_913, 17_931);
        two.offered(two.buyer, 20_000);
        var listing = "/api/v1/listings/" + two.talk.listing;

        for (var path : List.of(
                listing,
                listing + "/offer-terms",
                two.talk.path(),
                two.talk.path() + "/price-offers",
                two.talk.path() + "/messages")) {
            assertThat(Visitor.json(two.buyer.get(path)).toString())
                    .doesNotContainPattern(NUMBER.formatted(26_913))
                    .doesNotContainPattern(NUMBER.formatted(17_931))
                    .doesNotContain("autoAccept");
        }
        refused(two.buyer.get(listing + "/offer-bounds"), 404, "listing.not-found");
        assertThat(Visitor.json(two.seller.get(listing + "/offer-bounds"))
                        .at("/autoAccept/amount")
                        .longValue())
                .isEqualTo(26_913);
    }

    @Test
    void boundsAreDecidedOnTheNewestVersionAndForADraftToo() {
        var seller = new Visitor(port).signUp("卖家");
        var draft = Visitor.json(seller.post("/api/v1/listings", Map.of("title", "书柜")));
        var path = "/api/v1/listings/" + draft.at("/id").asString() + "/offer-bounds";
        assertThat(Visitor.json(seller.get(path)).at("/version").longValue()).isZero();

        var crossed =
                Map.of("takesOffers", true, "autoAccept", Bargaining.money(100), "autoDecline", Bargaining.money(101));
        assertThat(refused(seller.put(path, crossed, "\"0\""), 400, "http.invalid")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("autoDecline");
        seller.put(path, Map.of("takesOffers", false), "\"0\"").expectStatus().isOk();
        refused(seller.put(path, Map.of("takesOffers", true), "\"0\""), 412, "http.stale");
        assertThat(Visitor.json(seller.put(path, Map.of("takesOffers", true), "\"1\""))
                        .at("/version")
                        .longValue())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotAnsweredInTimeBindsNobody() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 20_000);
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(offer.at("/deadline").asString())))
                .isBetween(Duration.ofHours(47), Duration.ofHours(48));

        timeIsUp(offer);

        refused(Bargaining.answers(two.seller, offer, "acceptance"), 409, "messaging.offer-closed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(two.stateOf(offer)).isEqualTo("EXPIRED"));
        assertThat(two.cards()).containsExactly("OFFER_MADE", "OFFER_EXPIRED");
        await().untilAsserted(() -> assertThat(kindsOf(two.buyer)).contains("OFFER_ENDED"));
        assertThat(two.seenBy(two.buyer).at("/opening").isNull()).isFalse();
    }

    @Test
    void aCounterOfferEndsWhatItAnswersAndSuitsWhoMakesItBetter() {
        var two = Bargaining.about(port);
        var first = two.offered(two.buyer, 20_000);
        refused(Bargaining.counters(two.seller, first, 20_000), 422, "messaging.offer-out-of-range");
        refused(Bargaining.counters(two.seller, first, 28_000), 422, "messaging.offer-out-of-range");
        assertThat(two.stateOf(first)).isEqualTo("OPEN");
        var second = Visitor.json(Bargaining.counters(two.seller, first, 25_000));

        refused(Bargaining.answers(two.seller, first, "acceptance"), 409, "messaging.offer-closed");
        refused(Bargaining.answers(two.seller, second, "acceptance"), 403, "messaging.offer-not-yours-to-answer");
        refused(Bargaining.counters(two.buyer, second, 25_000), 422, "messaging.offer-out-of-range");
        assertThat(two.stateOf(first)).isEqualTo("COUNTERED");
        Bargaining.answers(two.buyer, second, "refusal").expectStatus().isOk();
        refused(Bargaining.answers(two.buyer, second, "refusal"), 409, "messaging.offer-closed");
    }

    @Test
    void strangersFindNoOffers() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 20_000);
        var stranger = new Visitor(port).signUp("外人");

        refused(stranger.get(two.talk.path() + "/price-offers"), 404, "messaging.conversation-not-found");
        refused(two.offers(stranger, 20_000), 404, "messaging.conversation-not-found");
        for (var answer : List.of("acceptance", "refusal")) {
            refused(Bargaining.answers(stranger, offer, answer), 404, "messaging.offer-not-found");
        }
        refused(Bargaining.counters(stranger, offer, 21_000), 404, "messaging.offer-not-found");
    }

    @Test
    void aRepeatedRequestMakesOneOfferAndOneOrder() {
        var two = Bargaining.about(port);
        var key = UUID.randomUUID().toString();
        var made = Stream.of(1, 2)
                .map(i ->
                        Visitor.json(two.buyer.post(two.talk.path() + "/price-offers", Bargaining.price(20_000), key)))
                .toList();
        var acceptance = "/api/v1/price-offers/" + Bargaining.idOf(made.getFirst()) + "/acceptance";
        var accepted = Stream.of(1, 2)
                .map(i -> Visitor.json(two.seller.post(acceptance, Map.of(), key)))
                .toList();

        assertThat(made.getLast()).isEqualTo(made.getFirst());
        assertThat(accepted.getLast()).isEqualTo(accepted.getFirst());
        assertThat(Talk.list(two.seenBy(two.buyer).at("/items"))).hasSize(1);
        assertThat(ordersOf(two)).isEqualTo(1);
        refused(
                two.buyer.post(two.talk.path() + "/price-offers", Bargaining.price(20_001), key),
                422,
                "http.idempotency-key-reused");
    }

    @RepeatedTest(3)
    void ofTwoOffersAcceptedInTheSameMomentOneIsAnOrder() {
        var one = Bargaining.about(port);
        var other = one.andAnother(port);
        var offers = List.of(one.offered(one.buyer, 20_000), other.offered(other.buyer, 21_000));

        var answers = offers.parallelStream()
                .map(offer -> statusOf(Bargaining.answers(one.seller, offer, "acceptance")))
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(ordersOf(one)).isEqualTo(1);
        var lost = answers.getFirst() == 409 ? one : other;
        lost.awaitState(lost.newestSeenBy(lost.buyer), "SUSPENDED");
    }

    @RepeatedTest(3)
    void ofAnAcceptanceAndAPurchaseInTheSameMomentOneIsAnOrder() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 20_000);
        var hasty = new Visitor(port).signUp("直接买的人");

        var answers = atOnce(
                () -> Bargaining.answers(two.seller, offer, "acceptance"),
                () -> hasty.post("/api/v1/orders", Map.of("listingId", two.talk.listing)));

        assertThat(answers.stream().filter(status -> status == 409)).hasSize(1);
        assertThat(ordersOf(two)).isEqualTo(1);
        if (answers.getFirst() == 409) {
            two.awaitState(offer, "SUSPENDED");
        }
    }

    @RepeatedTest(3)
    void anAcceptanceAndALowerPriceInTheSameMomentNeverBothCount() {
        var seller = new Visitor(port).signUp("卖家");
        var goods = Goods.bookcase(seller);
        var listing = Goods.publish(seller, goods);
        var two = Bargaining.of(Talk.about(port, seller, listing.at("/id").asString()));
        var offer = two.offered(two.buyer, 20_000);

        var answers = atOnce(
                () -> Bargaining.answers(seller, offer, "acceptance"), () -> edited(seller, listing, priced(goods)));

        if (answers.getFirst() == 200) {
            assertThat(answers.getLast()).isIn(409, 412);
            assertThat(orderPrice(two)).isEqualTo(20_000);
        } else {
            assertThat(answers).containsExactly(409, 200);
            two.awaitLapse(offer, "PRICE_LOWERED");
            assertThat(ordersOf(two)).isZero();
        }
    }

    @Test
    void whatOthersOfferedWaitsForTheBuyerToPayAndIsOpenAgainWhenTheyDoNot() {
        var two = Bargaining.about(port);
        var other = two.andAnother(port);
        var first = two.offered(two.buyer, 22_000);
        var second = other.offered(other.buyer, 21_000);
        var order = Bargaining.accepted(two.seller, first).at("/orderId").asString();
        other.awaitState(second, "SUSPENDED");
        refused(Bargaining.answers(two.seller, second, "acceptance"), 409, "messaging.offer-closed");

        notPaidInTime(order);

        other.awaitState(second, "OPEN");
        two.awaitState(first, "UNPAID");
        var again = two.offered(two.buyer, 22_500);
        assertThat(two.seenBy(two.seller, again).at("/unpaidByBuyer").longValue())
                .isEqualTo(1);
        assertThat(two.seenBy(two.buyer, again).at("/unpaidByBuyer").longValue())
                .isZero();
        assertThat(other.seenBy(other.seller, second).at("/unpaidByBuyer").longValue())
                .isZero();
    }

    @Test
    void whenTheItemIsSoldNothingIsLeftToBargainAbout() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 22_000);
        var trade = Trade.placed(port, two.seller, two.talk.listing);
        two.awaitState(offer, "SUSPENDED");
        trade.pay();
        trade.awaitState("PAID");

        trade.confirmed();

        two.awaitLapse(offer, "ITEM_SOLD");
    }

    @Test
    void anOfferEndsWithWhatItWasMadeFor() {
        var seller = new Visitor(port).signUp("卖家");
        var goods = Goods.bookcase(seller);
        var listing = Goods.publish(seller, goods);
        var two = Bargaining.of(Talk.about(port, seller, listing.at("/id").asString()));
        var low = two.andAnother(port);
        var lowest = two.andAnother(port);
        var offer = two.offered(two.buyer, 20_000);
        var lower = low.offered(low.buyer, 18_000);
        var least = lowest.offered(lowest.buyer, 15_000);

        Visitor.json(edited(seller, listing, priced(goods)));
        two.awaitLapse(offer, "PRICE_LOWERED");
        assertThat(low.stateOf(lower)).isEqualTo("OPEN");
        assertThat(two.cards()).containsExactly("OFFER_MADE", "OFFER_LAPSED");

        var rewritten = new HashMap<>(priced(goods));
        rewritten.put("description", "背板有裂缝。");
        Visitor.json(edited(seller, now(listing, seller), rewritten));
        low.awaitLapse(lower, "LISTING_CHANGED");
        lowest.awaitLapse(least, "LISTING_CHANGED");

        var last = low.offered(low.buyer, 15_000);
        seller.post("/api/v1/listings/" + two.talk.listing + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        low.awaitLapse(last, "LISTING_WITHDRAWN");
    }

    @Test
    void whoBlocksTheOtherEndsTheirBargaining() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 22_000);

        two.seller.put(two.talk.path() + "/block", Map.of()).expectStatus().isOk();

        assertThat(two.seenBy(two.buyer, offer).at("/cause").asString()).isEqualTo("BLOCKED");
        refused(two.offers(two.buyer, 23_000), 403, "messaging.blocked");
        refused(Bargaining.answers(two.seller, offer, "acceptance"), 409, "messaging.offer-closed");
    }

    @Test
    void aBuyerWhoHoldsAsMuchAsOneMayIsNotSoldMore() {
        var two = Bargaining.about(port);
        var offer = two.offered(two.buyer, 22_000);
        Stream.generate(() -> Goods.published(two.seller).at("/id").asString())
                .limit(3)
                .forEach(listing -> two.buyer
                        .post("/api/v1/orders", Map.of("listingId", listing))
                        .expectStatus()
                        .isCreated());

        refused(Bargaining.answers(two.seller, offer, "acceptance"), 409, "messaging.buyer-holds-too-much");
        assertThat(two.stateOf(offer)).isEqualTo("OPEN");
    }

    @Test
    void anOfferIsHeardOnOpenPagesAndNotified() {
        var two = Bargaining.about(port);
        try (var page = OpenPage.of(two.seller)) {
            var offer = two.offered(two.buyer, 22_000);
            page.awaitEvent("message", 1);
            page.awaitAny("notification");
            assertThat(kindsOf(two.seller)).containsExactly("OFFER_RECEIVED");
            assertThat(notificationsOf(two.seller)
                            .at("/items/0/parameters/price")
                            .asString())
                    .isEqualTo("220.00");

            var order = Bargaining.accepted(two.seller, offer).at("/orderId").asString();

            page.awaitEvent("conversation", 1);
            assertThat(notificationsOf(two.buyer).at("/items/0/subject").asString())
                    .isEqualTo(order);
            assertThat(kindsOf(two.buyer)).contains("OFFER_ACCEPTED");
        }
    }

    /** Statuses in the order of the requests, which are made in the same moment. */
    private static List<Integer> atOnce(Supplier<ResponseSpec> one, Supplier<ResponseSpec> other) {
        return List.of(one, other).parallelStream()
                .map(request -> statusOf(request.get()))
                .toList();
    }

    private static int statusOf(ResponseSpec answer) {
        return answer.returnResult(byte[].class).getStatus().value();
    }

    private static JsonNode refused(ResponseSpec answer, int status, String code) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var problem = JsonMapper.shared().readTree(body);
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        return problem;
    }

    private static ResponseSpec edited(Visitor seller, JsonNode listing, Map<String, Object> goods) {
        return seller.put(
                "/api/v1/listings/" + listing.at("/id").asString(),
                goods,
                "\"" + listing.at("/version").asString() + "\"");
    }

    private static JsonNode now(JsonNode listing, Visitor reader) {
        return Visitor.json(reader.get("/api/v1/listings/" + listing.at("/id").asString()));
    }

    private static Map<String, Object> priced(Map<String, Object> goods) {
        var cheaper = new HashMap<>(goods);
        cheaper.put("price", Bargaining.money(19_000));
        return cheaper;
    }

    private long ordersOf(Bargaining two) {
        return count("select count(*) as n from orders.purchase where listing_id = :id", two.talk.listing);
    }

    private long orderPrice(Bargaining two) {
        return count("select price_fen as n from orders.purchase where listing_id = :id", two.talk.listing);
    }

    private long snapshotPriceOf(Trade trade) {
        return count(
                "select (snapshot #>> '{price,amount}')::bigint as n from orders.purchase where id = :id",
                trade.order());
    }

    private long count(String sql, String id) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("id", UUID.fromString(id))
                .map(row -> required(row, "n", Long.class))
                .one()
                .block());
    }

    private void timeIsUp(JsonNode offer) {
        database.sql("update messaging.price_offer set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(Bargaining.idOf(offer)))
                .then()
                .block();
    }

    private void notPaidInTime(String order) {
        database.sql("update orders.purchase set deadline = now() - interval '1 s' where id = :id")
                .bind("id", UUID.fromString(order))
                .then()
                .block();
    }

    private static Duration timeToPay(Trade trade) {
        return Duration.between(
                Instant.now(), Instant.parse(trade.seen().at("/deadline/at").asString()));
    }

    private static long availableTo(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/balance"))
                .at("/available/amount")
                .longValue();
    }

    private List<Long> postingsOf(Trade trade) {
        return Objects.requireNonNull(ledger.postingsOfOrder(UUID.fromString(trade.order()))
                .map(posting -> posting.amount().amount())
                .collectList()
                .block());
    }

    /** Of the two records that a completed trade leaves. */
    private static List<Long> pricesInTheLog(Trade trade) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(recordsOf(trade)).hasSize(2));
        return recordsOf(trade).stream()
                .map(record -> TradeRecord.read(record.at("/entry").asString().getBytes(StandardCharsets.UTF_8))
                        .priceFen())
                .toList();
    }

    private static List<JsonNode> recordsOf(Trade trade) {
        return Talk.list(Visitor.json(trade.buyer().get("/api/v1/receipts/" + trade.code()))
                .at("/records"));
    }

    private static JsonNode notificationsOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/notifications"));
    }

    private static List<String> kindsOf(Visitor person) {
        return Talk.list(notificationsOf(person).at("/items")).stream()
                .map(one -> one.at("/kind").asString())
                .toList();
    }
}
