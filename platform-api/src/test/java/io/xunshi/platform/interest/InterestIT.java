package io.xunshi.platform.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What people keep an eye on, as far as no search engine is needed for it. */
@PlatformTest
class InterestIT {
    @LocalServerPort
    private int port;

    private Visitor seller;
    private Subscriber saver;

    @BeforeEach
    void aSellerAndSomebodyWhoLooks() {
        seller = new Visitor(port).signUp("卖家");
        saver = new Subscriber(port);
    }

    @Test
    void whatIsSavedTwiceIsSavedOnceAndShownAsItIsNow() {
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        save(saver, listing);
        save(saver, listing);

        reprice(listing, offer, 25_000);

        assertThat(saved(saver)).singleElement().satisfies(item -> {
            assertThat(item.at("/listing/id").asString()).isEqualTo(idOf(listing));
            assertThat(item.at("/state").asString()).isEqualTo("PUBLISHED");
            assertThat(item.at("/listing/price/amount").longValue()).isEqualTo(25_000);
            assertThat(item.at("/priceThen/amount").longValue()).isEqualTo(28_000);
        });
        assertThat(Visitor.json(saver.visitor.get("/api/v1/my/saved-item-ids")).at("/ids"))
                .hasSize(1);
        forget(saver, listing);
        forget(saver, listing);
        assertThat(saved(saver)).isEmpty();
    }

    @Test
    void theLastSavedComesFirstOnAllPages() {
        var photo = Goods.bookcase(seller);
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> Goods.publish(seller, photo))
                .peek(listing -> save(saver, listing))
                .map(InterestIT::idOf)
                .toList();

        var first = Visitor.json(saver.visitor.get("/api/v1/my/saved-items?limit=2"));
        var second = Visitor.json(saver.visitor.get("/api/v1/my/saved-items?limit=2&cursor="
                + first.at("/nextCursor").asString()));

        assertThat(first.at("/items/0/listing/id").asString()).isEqualTo(ids.get(2));
        assertThat(first.at("/items/1/listing/id").asString()).isEqualTo(ids.get(1));
        assertThat(second.at("/items/0/listing/id").asString()).isEqualTo(ids.get(0));
        assertThat(second.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void onesOwnAndWhatIsNotThereCannotBeSaved() {
        var listing = Goods.published(seller);
        var draft = Visitor.json(seller.post("/api/v1/listings", Map.of("title", "书柜")));

        refused(seller.put(path(listing), Map.of()), "interest.own-listing");
        refused(saver.visitor.put(path(draft), Map.of()), "listing.not-found");
        refused(saver.visitor.put("/api/v1/my/saved-items/" + UUID.randomUUID(), Map.of()), "listing.not-found");
    }

    @Test
    void theSellerSeesHowManySavedAndNobodyElseDoes() {
        var listing = Goods.published(seller);
        save(saver, listing);
        save(new Subscriber(port), listing);

        assertThat(saversSeenBy(seller, listing)).containsExactly(2L);
        assertThat(saversSeenBy(saver.visitor, listing)).isEmpty();
    }

    @Test
    void aSaverHearsOfALowerPriceOnceForEachRealFall() {
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        save(saver, listing);

        reprice(listing, offer, 27_900);
        reprice(listing, offer, 25_000);
        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).containsExactly("SAVED_PRICE_DROPPED"));
        reprice(listing, offer, 29_000);
        reprice(listing, offer, 25_000);
        reprice(listing, offer, 24_000);

        await().untilAsserted(() -> assertThat(saver.notices())
                .extracting(notice -> notice.at("/parameters/price").asString())
                .containsExactly("240", "250"));
        assertThat(saver.notices())
                .extracting(notice -> notice.at("/parameters/from").asString())
                .containsExactly("250", "280");
        assertThat(saver.notices().getFirst().at("/subject").asString()).isEqualTo(idOf(listing));
    }

    @Test
    void ofAStockASaverHearsThatItCanBeHadAgainOnlyOnceNothingWasLeft() {
        var offer = Goods.boxes(seller, 3);
        var boxes = Goods.publish(seller, offer);
        save(saver, boxes);
        cancel(Trade.placed(port, seller, idOf(boxes), 1));
        reprice(boxes, offer, 1_000);
        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).containsExactly("SAVED_PRICE_DROPPED"));

        var all = Trade.placed(port, seller, idOf(boxes), 3);
        all.buyer().put(path(boxes), Map.of()).expectStatus().isNoContent();
        cancel(all);

        await().untilAsserted(() ->
                assertThat(saver.kindsOfNotices()).containsExactly("SAVED_AVAILABLE", "SAVED_PRICE_DROPPED"));
        assertThat(Visitor.json(all.buyer().get("/api/v1/my/notifications")).at("/items"))
                .noneMatch(notice -> notice.at("/kind").asString().startsWith("SAVED"));
    }

    private static void cancel(Trade trade) {
        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "买错了"))
                .expectStatus()
                .isOk();
    }

    @Test
    void aSaverHearsThatItIsSoldAndTheBuyerNeedsNotBeTold() {
        var listing = Goods.published(seller);
        save(saver, listing);
        var trade = Trade.placed(port, seller, idOf(listing));
        trade.buyer().put(path(listing), Map.of()).expectStatus().isNoContent();

        trade.pay();
        trade.awaitState("PAID");
        trade.confirmed();

        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).containsExactly("SAVED_SOLD"));
        assertThat(saved(saver).getFirst().at("/state").asString()).isEqualTo("SOLD");
        assertThat(Visitor.json(trade.buyer().get("/api/v1/my/notifications")).at("/items"))
                .noneMatch(notice -> notice.at("/kind").asString().startsWith("SAVED"));
    }

    @Test
    void aSaverHearsOnceADayThatItCanBeHadAgain() {
        var listing = Goods.published(seller);
        save(saver, listing);
        var trade = Trade.placed(port, seller, idOf(listing));
        trade.doneBy(trade.buyer(), "cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();
        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).containsExactly("SAVED_AVAILABLE"));
        var other = new Subscriber(port);
        save(other, listing);

        seller.post("/api/v1/listings/" + idOf(listing) + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        seller.post("/api/v1/listings/" + idOf(listing) + "/publication", Map.of())
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(other.kindsOfNotices()).containsExactly("SAVED_AVAILABLE"));
        assertThat(saver.kindsOfNotices()).containsExactly("SAVED_AVAILABLE");
    }

    @Test
    void whoDoesNotWantAKindOfNoticeGetsNoneAndWhoWantsATextGetsOne() {
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        var texted = new Subscriber(port);
        choose(saver, "SAVED_PRICE_DROPPED", false, false);
        choose(texted, "SAVED_PRICE_DROPPED", false, true);
        save(saver, listing);
        save(texted, listing);

        reprice(listing, offer, 20_000);

        await().untilAsserted(() -> assertThat(OutsideWorld.messagesTo(texted.visitor.contact()))
                .anySatisfy(message -> {
                    assertThat(message.at("/template").asString()).isEqualTo("saved-price-dropped");
                    assertThat(message.toString()).contains("现价 200 元").contains("/listings/" + idOf(listing));
                }));
        assertThat(saver.notices()).isEmpty();
        assertThat(texted.notices()).isEmpty();
    }

    @Test
    void theLastFiftyThatSomebodyLookedAtAreRememberedUntilTheyClearThem() {
        var offer = Goods.bookcase(seller);
        var ids = IntStream.range(0, 52)
                .mapToObj(i -> idOf(Goods.publish(seller, offer)))
                .toList();
        ids.forEach(id -> see(saver, id));
        see(saver, ids.get(10));

        var seen = saver.list("/api/v1/my/seen-items").stream()
                .map(item -> item.at("/listing/id").asString())
                .toList();

        assertThat(seen).hasSize(50).startsWith(ids.get(10), ids.get(51)).doesNotContain(ids.get(0), ids.get(1));
        assertThat(new Subscriber(port).list("/api/v1/my/seen-items")).isEmpty();
        saver.visitor.delete("/api/v1/my/seen-items").expectStatus().isNoContent();
        assertThat(saver.list("/api/v1/my/seen-items")).isEmpty();
    }

    @Test
    void onesOwnListingsAreNotRememberedAsLookedAt() {
        var listing = Goods.published(seller);

        seller.put("/api/v1/my/seen-items/" + idOf(listing), Map.of())
                .expectStatus()
                .isNoContent();

        assertThat(Visitor.json(seller.get("/api/v1/my/seen-items")).at("/items"))
                .isEmpty();
    }

    @Test
    void aFollowerHearsOfANewListingOnceHoweverOftenItIsPutOut() {
        follow(saver, seller);
        follow(saver, seller);
        var listing = Goods.published(seller);
        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).containsExactly("SELLER_LISTED"));

        seller.post("/api/v1/listings/" + idOf(listing) + "/withdrawal", Map.of());
        seller.post("/api/v1/listings/" + idOf(listing) + "/publication", Map.of());
        Goods.publish(seller, Goods.bookcase(seller));

        await().untilAsserted(() -> assertThat(saver.kindsOfNotices()).hasSize(2));
        assertThat(saver.notices())
                .extracting(notice -> notice.at("/subject").asString())
                .doesNotHaveDuplicates();
        assertThat(saver.list("/api/v1/my/follows"))
                .extracting(followed -> followed.at("/displayName").asString())
                .containsExactly("卖家");
    }

    @Test
    void whoStopsFollowingHearsNothing() {
        follow(saver, seller);
        var faithful = new Subscriber(port);
        follow(faithful, seller);
        saver.visitor
                .delete("/api/v1/my/follows/" + accountOf(seller))
                .expectStatus()
                .isNoContent();

        Goods.published(seller);

        await().untilAsserted(() -> assertThat(faithful.kindsOfNotices()).containsExactly("SELLER_LISTED"));
        assertThat(saver.notices()).isEmpty();
        refused(saver.visitor.put("/api/v1/my/follows/" + accountOf(saver.visitor), Map.of()), "interest.own-account");
        refused(saver.visitor.put("/api/v1/my/follows/" + UUID.randomUUID(), Map.of()), "identity.account-not-found");
    }

    @Test
    void aSavedSearchKeepsItsCriteriaAndIsEditedByItsOwnerOnly() {
        var saved = saver.saves(
                "便宜书柜",
                "INSTANT",
                true,
                "q",
                " 书柜 ",
                "district",
                List.of("ZZ-JS"),
                "maxPrice",
                30_000,
                "near",
                "34.757912,113.665412",
                "withinKm",
                5);

        assertThat(saved.at("/criteria/q").asString()).isEqualTo("书柜");
        assertThat(saved.at("/criteria/near").asString()).isEqualTo("34.758,113.665");
        var path = "/api/v1/my/saved-searches/" + saved.at("/id").asString();
        var edited = Map.of("name", "书柜", "alerts", "DAILY", "priceDrops", false);
        refused(new Visitor(port).signUp("别人").put(path, edited, "\"1\""), "interest.search-not-found");
        saver.visitor.put(path, edited, "\"1\"").expectStatus().isOk();
        refused(saver.visitor.put(path, edited, "\"1\""), "http.stale");
        assertThat(saver.list("/api/v1/my/saved-searches")).singleElement().satisfies(search -> {
            assertThat(search.at("/alerts").asString()).isEqualTo("DAILY");
            assertThat(search.at("/criteria/maxPrice").longValue()).isEqualTo(30_000);
        });
        saver.visitor.delete(path).expectStatus().isNoContent();
        refused(saver.visitor.delete(path), "interest.search-not-found");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "category, no-such-thing, criteria.category",
        "district, ATLANTIS, criteria.district",
        "condition, SHINY, criteria.condition",
    })
    void aSearchByWhatThereIsNotIsNotSaved(String name, String value, String field) {
        saver.visitor
                .post("/api/v1/my/saved-searches", Subscriber.search("x", "DAILY", false, name, List.of(value)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo("Choose one from the list.");
    }

    @Test
    void aSearchForEverythingIsNotSaved() {
        refused(
                saver.visitor.post("/api/v1/my/saved-searches", Subscriber.search("x", "DAILY", false, "q", " ")),
                "interest.search-for-everything");
    }

    @Test
    void nobodySavesMoreThanTwentySearchesHoweverFast() {
        var racers = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> saver.visitor
                        .post("/api/v1/my/saved-searches", Subscriber.search("第" + i, "OFF", false, "q", "书" + i))
                        .expectBody(byte[].class)
                        .returnResult()
                        .getStatus()
                        .value()))
                .toList();

        var answers = racers.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
        assertThat(saver.list("/api/v1/my/saved-searches")).hasSize(20);
    }

    @Test
    void aLinkThatNeverWasOneTurnsNothingOff() {
        refused(
                new Visitor(port).post("/api/v1/search-alert-stops", Map.of("token", "x")),
                "interest.off-link-not-valid");
    }

    @Test
    void withoutASearchEngineTheFeedShowsTheNewestAndSaysWhy() {
        Goods.published(seller);

        var feed = Visitor.json(new Visitor(port).get("/api/v1/home-feed?district=ZZ-JS&limit=1"));

        assertThat(feed.at("/degraded").asBoolean()).isTrue();
        assertThat(feed.at("/districtCode").asString()).isEqualTo("ZZ-JS");
        assertThat(feed.at("/items/0/reasons/0/kind").asString()).isEqualTo("FRESH");
        assertThat(feed.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aReadersDistrictIsKeptUntilTheyChooseNone() {
        Goods.published(seller);
        choose(saver, "ZZ-EQ");
        assertThat(feedOf(saver).at("/districtCode").asString()).isEqualTo("ZZ-EQ");

        choose(saver, null);

        assertThat(feedOf(saver).at("/districtCode").isNull()).isTrue();
        saver.visitor
                .put("/api/v1/my/home-district", Map.of("districtCode", "ATLANTIS"))
                .expectStatus()
                .isBadRequest();
    }

    private static JsonNode feedOf(Subscriber reader) {
        return Visitor.json(reader.visitor.get("/api/v1/home-feed"));
    }

    private static void choose(Subscriber reader, @Nullable String district) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("districtCode", district);
        reader.visitor.put("/api/v1/my/home-district", body).expectStatus().isNoContent();
    }

    private static void choose(Subscriber person, String kind, boolean inApp, boolean sms) {
        var choice = Map.of("kind", kind, "inApp", inApp, "email", false, "sms", sms);
        person.visitor
                .put("/api/v1/my/notification-choices", Map.of("choices", List.of(choice)))
                .expectStatus()
                .isOk();
    }

    private void reprice(JsonNode listing, Map<String, Object> offer, long fen) {
        var path = "/api/v1/listings/" + idOf(listing);
        var version = Visitor.json(seller.get(path)).at("/version").asString();
        offer.put("price", Map.of("amount", fen, "currency", "CNY"));
        seller.put(path, offer, "\"" + version + "\"").expectStatus().isOk();
    }

    private static void save(Subscriber person, JsonNode listing) {
        person.visitor.put(path(listing), Map.of()).expectStatus().isNoContent();
    }

    private static void forget(Subscriber person, JsonNode listing) {
        person.visitor.delete(path(listing)).expectStatus().isNoContent();
    }

    private static void see(Subscriber person, String listing) {
        person.visitor
                .put("/api/v1/my/seen-items/" + listing, Map.of())
                .expectStatus()
                .isNoContent();
    }

    private static void follow(Subscriber person, Visitor seller) {
        person.visitor
                .put("/api/v1/my/follows/" + accountOf(seller), Map.of())
                .expectStatus()
                .isNoContent();
    }

    private static String accountOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private static List<JsonNode> saved(Subscriber person) {
        return person.list("/api/v1/my/saved-items");
    }

    private static List<Long> saversSeenBy(Visitor person, JsonNode listing) {
        var counts = Visitor.json(person.get("/api/v1/my/saver-counts?listing=" + idOf(listing)))
                .at("/counts");
        return StreamSupport.stream(counts.spliterator(), false)
                .map(count -> count.at("/count").longValue())
                .toList();
    }

    private static String path(JsonNode listing) {
        return "/api/v1/my/saved-items/" + idOf(listing);
    }

    private static String idOf(JsonNode listing) {
        return listing.at("/id").asString();
    }

    private static void refused(ResponseSpec answer, String code) {
        answer.expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
