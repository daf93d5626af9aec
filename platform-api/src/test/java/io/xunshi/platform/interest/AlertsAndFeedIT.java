package io.xunshi.platform.interest;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.interest.usecase.AlertSubscribers;
import io.xunshi.platform.search.SearchTest;
import io.xunshi.platform.search.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What the search engine is needed for: alerts of saved searches, and the order of the home feed. */
@SearchTest
class AlertsAndFeedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Parameters of searches: by words in all the ways that words are found, by choices, by prices and places. */
    private static final List<List<Object>> SEARCHES = List.of(
            List.of("q", "书柜"),
            List.of("q", "书架"),
            List.of("q", "shu gui"),
            List.of("q", "shugui"),
            List.of("q", "實木書櫃"),
            List.of("q", "苹果手机"),
            List.of("q", "手机"),
            List.of("q", "thinkpda"),
            List.of("q", "ｔｈｉｎｋｐａｄ"),
            List.of("q", "电洞车"),
            List.of("q", "想买一台金水区九成新的书柜"),
            List.of("q", "航空母舰"),
            List.of("q", "title:* OR \"书柜\""),
            List.of("category", List.of("furniture")),
            List.of("category", List.of("storage-furniture", "textbook"), "condition", List.of("GOOD")),
            List.of("district", List.of("ZZ-EQ"), "maxPrice", 20_000),
            List.of("q", "书柜", "minPrice", 20_001),
            List.of("q", "沙发", "district", List.of("ZZ-JS")),
            List.of("near", "34.8,113.66", "withinKm", 8),
            List.of("q", "教材", "near", "34.7,113.5", "withinKm", 3));

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private AlertSubscribers alertSubscribers;

    private Shop shop;

    @BeforeEach
    void aShopOpens() {
        shop = new Shop(port);
    }

    @Test
    void aSavedSearchIsAlertedOfExactlyWhatTheSearchFinds() {
        var subscribers = new HashMap<List<Object>, Subscriber>();
        SEARCHES.forEach(parameters -> {
            var subscriber = new Subscriber(port);
            subscriber.saves("订阅", "DAILY", false, parameters.toArray());
            subscribers.put(parameters, subscriber);
        });

        var offered = offerOfMany();
        offered.forEach((id, title) -> shop.awaitFound(id, title));
        awaitMatched();

        var matched = new ArrayList<String>();
        subscribers.forEach((parameters, subscriber) -> {
            var found = found(parameters);
            found.retainAll(offered.keySet());
            assertThat(subscriber.idsOfAlerts()).as(parameters.toString()).containsExactlyInAnyOrderElementsOf(found);
            matched.addAll(found);
        });
        assertThat(matched).hasSizeGreaterThan(SEARCHES.size());
    }

    @Test
    void aPersonHearsOnceOfAListingThatSeveralOfTheirSearchesFind() {
        var subscriber = new Subscriber(port);
        subscriber.saves("缝纫机", "INSTANT", false, "q", "缝纫机");
        subscriber.saves("老缝纫机", "INSTANT", false, "q", "老式缝纫机");
        subscriber.saves("便宜缝纫机", "DAILY", false, "q", "缝纫机", "maxPrice", 50_000);
        var sellersOwn = Visitor.json(
                shop.seller.post("/api/v1/my/saved-searches", Subscriber.search("缝纫机", "INSTANT", false, "q", "缝纫机")));

        var listing = shop.offer("老式缝纫机");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.kindsOfNotices()).containsExactly("SEARCH_MATCHED"));
        assertThat(subscriber.idsOfAlerts()).containsExactly(listing);
        var told = subscriber.notices().getFirst();
        assertThat(told.at("/subject").asString()).isEqualTo(listing);
        assertThat(told.at("/parameters/search").asString()).isEqualTo("缝纫机");
        assertThat(told.at("/parameters/price").asString()).isEqualTo("280");
        assertThat(sellersOwn.at("/alerts").asString()).isEqualTo("INSTANT");
        assertThat(Visitor.json(shop.seller.get("/api/v1/my/search-alerts")).at("/items"))
                .isEmpty();
    }

    @Test
    void aPriceThatComesIntoReachIsAlertedAndALowerOneOnlyToWhoAskedForIt() {
        var patient = new Subscriber(port);
        patient.saves("八仙桌", "INSTANT", false, "q", "八仙桌", "maxPrice", 20_000);
        var eager = new Subscriber(port);
        eager.saves("八仙桌", "INSTANT", true, "q", "八仙桌");
        var listing = shop.offer("榆木八仙桌");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eager.notices()).hasSize(1));

        reprice(listing, 19_000);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(patient.notices()).hasSize(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eager.notices()).hasSize(2));
        reprice(listing, 15_000);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eager.notices()).hasSize(3));
        awaitMatched();
        assertThat(patient.notices()).hasSize(1);
        assertThat(eager.idsOfAlerts()).containsExactly(listing);
    }

    @Test
    void theLinkInANoticeTurnsItsSearchOffOnceForWhoeverFollowsIt() {
        var subscriber = new Subscriber(port);
        subscriber.saves("铜火锅", "INSTANT", false, "q", "铜火锅");
        subscriber.saves("搪瓷盆", "INSTANT", false, "q", "搪瓷盆");
        shop.offer("紫铜火锅 铜火锅");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.notices()).hasSize(1));
        var offPath = subscriber.notices().getFirst().at("/parameters/offPath").asString();
        var stop = Map.of("token", offPath.substring(offPath.indexOf('=') + 1));

        var stopped = Visitor.json(new Visitor(port).post("/api/v1/search-alert-stops", stop));

        assertThat(stopped.at("/names/0").asString()).isEqualTo("铜火锅");
        new Visitor(port)
                .post("/api/v1/search-alert-stops", stop)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("interest.off-link-not-valid");
        shop.offer("景泰蓝铜火锅");
        var basin = shop.offer("老搪瓷盆");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.idsOfAlerts()).contains(basin));
        awaitMatched();
        assertThat(subscriber.notices()).hasSize(2);
    }

    @Test
    void theDigestComesOnceADayForAllSearchesTogether() {
        var subscriber = new Subscriber(port);
        subscriber.saves("留声机", "DAILY", false, "q", "留声机");
        subscriber.saves("马灯", "DAILY", false, "q", "马灯");
        var one = shop.offer("老留声机");
        var other = shop.offer("铁皮马灯");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.idsOfAlerts()).containsExactlyInAnyOrder(one, other));
        assertThat(subscriber.notices()).isEmpty();

        alertSubscribers.digest().block();
        shop.offer("手摇留声机");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(subscriber.idsOfAlerts()).hasSize(3));
        alertSubscribers.digest().block();

        assertThat(subscriber.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.at("/kind").asString()).isEqualTo("SEARCH_DIGEST");
            assertThat(notice.at("/parameters/count").asString()).isEqualTo("2");
        });
    }

    @Test
    void aFeedIsInTheOrderOfThePointsOfItsReasons() {
        var offered = offerOfMany();
        offered.forEach((id, title) -> shop.awaitFound(id, title));
        var reader = new Subscriber(port);
        var followed = new Shop(port);
        var ofFollowed = followed.offer("关注的人的花瓶", offer -> offer.put("districtCode", "ZZ-SJ"));
        followed.awaitFound(ofFollowed, "关注的人的花瓶");
        reader.visitor.put("/api/v1/my/follows/" + sellerOf(ofFollowed), Map.of());
        offered.keySet().stream().limit(2).forEach(id -> reader.visitor.put("/api/v1/my/saved-items/" + id, Map.of()));
        reader.visitor.put("/api/v1/my/home-district", Map.of("districtCode", "ZZ-EQ"));

        var items = feed(reader.visitor, 5);

        assertThat(items).extracting(AlertsAndFeedIT::idOf).doesNotHaveDuplicates();
        assertThat(items).extracting(AlertsAndFeedIT::idOf).containsAll(offered.keySet());
        assertThat(items)
                .isSortedAccordingTo(Comparator.comparingInt(
                                (JsonNode item) -> -item.at("/points").intValue())
                        .thenComparing(AlertsAndFeedIT::publishedAt, Comparator.reverseOrder()));
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(pointsOf(item)).isEqualTo(item.at("/points").intValue()));
        assertThat(items)
                .flatExtracting(item -> Shop.texts(item.at("/reasons"), "kind"))
                .contains("FOLLOWED", "SAVED_CATEGORY", "HOME_DISTRICT", "NEAR_DISTRICT", "FRESH");
        assertThat(items)
                .filteredOn(item -> Shop.texts(item.at("/reasons"), "kind").contains("FOLLOWED"))
                .extracting(AlertsAndFeedIT::idOf)
                .containsExactly(ofFollowed);
        assertThat(feed(shop.seller, 60))
                .extracting(AlertsAndFeedIT::idOf)
                .doesNotContainAnyElementsOf(offered.keySet());
    }

    @Test
    void aStrangerSeesWhatIsNewAndNearAndTheirPagesAreOfOneMoment() {
        var offered = offerOfMany();
        offered.forEach((id, title) -> shop.awaitFound(id, title));
        var stranger = new Visitor(port);
        var first = Visitor.json(stranger.get("/api/v1/home-feed?district=ZZ-ZY&limit=2"));

        var later = shop.offer("后来的台灯", offer -> offer.put("districtCode", "ZZ-ZY"));
        shop.awaitFound(later, "后来的台灯");
        var second = Visitor.json(stranger.get(
                "/api/v1/home-feed?limit=60&cursor=" + first.at("/nextCursor").asString()));

        assertThat(list(first))
                .flatExtracting(item -> Shop.texts(item.at("/reasons"), "kind"))
                .containsOnly("HOME_DISTRICT", "FRESH");
        assertThat(second.at("/districtCode").asString()).isEqualTo("ZZ-ZY");
        assertThat(list(second))
                .extracting(AlertsAndFeedIT::idOf)
                .doesNotContain(later)
                .doesNotContainAnyElementsOf(
                        list(first).stream().map(AlertsAndFeedIT::idOf).toList());
        stranger.get("/api/v1/home-feed?cursor=x")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("kernel.bad-cursor");
    }

    /** Their ids with their titles. */
    private Map<String, String> offerOfMany() {
        var titles = List.of(
                "实木书柜 五层",
                "宜家书架 白色",
                "苹果手机 iPhone 13",
                "华为手机壳",
                "ThinkPad X1 笔记本电脑",
                "雅迪电动车九五新",
                "高中数学教材全套",
                "三人位布艺沙发");
        var categories = List.of("storage-furniture", "textbook");
        var districts = List.of("ZZ-JS", "ZZ-EQ", "ZZ-ZY");
        var conditions = List.of("GOOD", "LIKE_NEW");
        var offered = new HashMap<String, String>();
        for (int i = 0; i < titles.size(); i++) {
            int place = i;
            var id = shop.offer(titles.get(i), offer -> {
                offer.put("categoryCode", categories.get(place % categories.size()));
                offer.put("districtCode", districts.get(place % districts.size()));
                offer.put("conditionCode", conditions.get(place / 2 % conditions.size()));
                offer.put("price", Map.of("amount", (place + 1) * 5_000, "currency", "CNY"));
            });
            offered.put(id, titles.get(i));
        }
        return offered;
    }

    private List<String> found(List<Object> parameters) {
        var flat = new ArrayList<String>();
        for (int i = 0; i < parameters.size(); i += 2) {
            var name = (String) parameters.get(i);
            if (parameters.get(i + 1) instanceof List<?> several) {
                several.forEach(one -> flat.addAll(List.of(name, String.valueOf(one))));
            } else {
                flat.addAll(List.of(name, String.valueOf(parameters.get(i + 1))));
            }
        }
        flat.addAll(List.of("limit", "60"));
        return new ArrayList<>(
                Shop.texts(shop.search(flat.toArray(String[]::new)).at("/items"), "id"));
    }

    /** Waits until no listing waits for saved searches to be tried on it. */
    private void awaitMatched() {
        await().atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(
                        database.sql("select not exists (select from interest.listing_to_match) as done")
                                .map(row -> required(row, "done", Boolean.class))
                                .one()
                                .block()));
    }

    private void reprice(String listing, long fen) {
        var path = "/api/v1/listings/" + listing;
        var now = Visitor.json(shop.seller.get(path));
        var offer = new HashMap<String, Object>();
        for (var name : Set.of("title", "description", "categoryCode", "conditionCode", "districtCode")) {
            offer.put(name, now.at("/" + name).asString());
        }
        offer.put("price", Map.of("amount", fen, "currency", "CNY"));
        offer.put("photoIds", Shop.texts(now.at("/photos"), "id"));
        shop.seller
                .put(path, offer, "\"" + now.at("/version").asString() + "\"")
                .expectStatus()
                .isOk();
    }

    private String sellerOf(String listing) {
        return Visitor.json(shop.seller.get("/api/v1/listings/" + listing))
                .at("/seller/id")
                .asString();
    }

    /** All pages. */
    private static List<JsonNode> feed(Visitor reader, int limit) {
        var items = new ArrayList<JsonNode>();
        var page = Visitor.json(reader.get("/api/v1/home-feed?limit=" + limit));
        items.addAll(list(page));
        while (!page.at("/nextCursor").isNull()) {
            page = Visitor.json(reader.get("/api/v1/home-feed?limit=" + limit + "&cursor="
                    + page.at("/nextCursor").asString()));
            items.addAll(list(page));
        }
        return items;
    }

    private static List<JsonNode> list(JsonNode page) {
        return StreamSupport.stream(page.at("/items").spliterator(), false).toList();
    }

    private static int pointsOf(JsonNode item) {
        return StreamSupport.stream(item.at("/reasons").spliterator(), false)
                .mapToInt(reason -> reason.at("/points").intValue())
                .sum();
    }

    private static String idOf(JsonNode item) {
        return item.at("/listing/id").asString();
    }

    private static Instant publishedAt(JsonNode item) {
        return Instant.ofEpochMilli(
                Instant.parse(item.at("/listing/publishedAt").asString()).toEpochMilli());
    }
}
