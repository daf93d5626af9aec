package io.xunshi.platform.search;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SearchTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {
    private static final List<String> TITLES = List.of(
            "九成新苹果手机转让",
            "iPhone 13 128G 国行",
            "华为 Mate 60 手机壳",
            "宜家实木书柜",
            "三人位布艺沙发",
            "雅迪电动车九五新",
            "高中数学教材全套",
            "ThinkPad X1 笔记本电脑",
            "小米扫地机器人",
            "ＮＩＫＯＮ 相机",
            "<script>alert(1)</script> 摆件",
            "羽绒服 女款");

    @LocalServerPort
    private int port;

    private Shop shop;

    @BeforeAll
    void theShopIsFull() {
        shop = new Shop(port);
        var categories = List.of("textbook", "textbook", "textbook", "storage-furniture", "sofa", "storage-furniture");
        var districts = List.of("ZZ-JS", "ZZ-EQ", "ZZ-ZY");
        var conditions = List.of("GOOD", "LIKE_NEW");
        for (int i = 0; i < TITLES.size(); i++) {
            int place = i;
            shop.offer(TITLES.get(i), offer -> {
                offer.put("categoryCode", categories.get(place % categories.size()));
                if (categories.get(place % categories.size()).equals("sofa")) {
                    offer.put("attributes", Map.of("material", "metal"));
                }
                offer.put("districtCode", districts.get(place % districts.size()));
                offer.put("conditionCode", conditions.get(place % conditions.size()));
                offer.put("price", Map.of("amount", (place / 2 + 1) * 10_000, "currency", "CNY"));
                if (TITLES.get(place).equals("宜家实木书柜")) {
                    offer.put("swap", Map.of("categoryCodes", List.of(), "words", "自行车"));
                    offer.put("shipping", Map.of("payer", "BUYER", "parcelGrams", 3_000));
                }
            });
        }
        shop.awaitTotal(TITLES.size());
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "手机, 九成新苹果手机转让",
        "书柜, 宜家实木书柜",
        "苹果手机, iPhone 13 128G 国行",
        "iphone, 九成新苹果手机转让",
        "书架, 宜家实木书柜",
        "jiaocai, 高中数学教材全套",
        "shafa, 三人位布艺沙发",
        "shu gui, 宜家实木书柜",
        "ddc, 雅迪电动车九五新",
        "电洞车, 雅迪电动车九五新",
        "thinkpda, ThinkPad X1 笔记本电脑",
        "THINKPAD, ThinkPad X1 笔记本电脑",
        "ｔｈｉｎｋｐａｄ, ThinkPad X1 笔记本电脑",
        "nikon, ＮＩＫＯＮ 相机",
        "電動車, 雅迪电动车九五新",
        "扫地机器人, 小米扫地机器人",
        "床垫沙发布艺, 三人位布艺沙发",
        "家具, 三人位布艺沙发",
        "textbooks, 高中数学教材全套",
        "二七区 沙发, 三人位布艺沙发",
        "金属, 三人位布艺沙发",
    })
    void wordsAreFoundHoweverTheyAreWritten(String words, String title) {
        assertThat(shop.titles("q", words)).contains(title);
    }

    @Test
    void whatFitsBetterComesFirst() {
        assertThat(shop.titles("q", "实木书柜")).startsWith("宜家实木书柜");
        assertThat(shop.titles("q", "iphone 13")).startsWith("iPhone 13 128G 国行");
    }

    @Test
    void whatNobodySellsIsNotFound() {
        var nothing = shop.search("q", "航空母舰");

        assertThat(nothing.at("/items")).isEmpty();
        assertThat(nothing.at("/total").asInt()).isZero();
        assertThat(nothing.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void aCardShowsAllThatItNeeds() {
        var card = shop.search("q", "宜家书柜").at("/items/0");

        assertThat(card.at("/title").asString()).isEqualTo("宜家实木书柜");
        assertThat(card.at("/code").asString()).startsWith("L");
        assertThat(card.at("/price/amount").asLong()).isEqualTo(20_000);
        assertThat(card.at("/price/currency").asString()).isEqualTo("CNY");
        assertThat(card.at("/categoryCode").asString()).isEqualTo("storage-furniture");
        assertThat(card.at("/districtCode").asString()).isEqualTo("ZZ-JS");
        assertThat(card.at("/conditionCode").asString()).isEqualTo("LIKE_NEW");
        assertThat(card.at("/location/lat").isNumber()).isTrue();
        assertThat(card.at("/publishedAt").isString()).isTrue();
        assertThat(card.at("/photo/variants").size()).isPositive();
        assertThat(card.at("/photo/placeholder").asString()).startsWith("data:image");
    }

    @Test
    void onlyWhatIsOpenToSwapsIsFoundWhereThatIsAsked() {
        var open = shop.search("swap", "true");

        assertThat(Shop.texts(open.at("/items"), "title")).containsExactly("宜家实木书柜");
        assertThat(open.at("/items/0/swap/alsoForSale").booleanValue()).isTrue();
    }

    @Test
    void onlyWhatCanBeSentIsFoundWhereThatIsAskedAndItIsCountedBeforehand() {
        assertThat(shop.search().at("/facets/sent").longValue()).isEqualTo(1);

        var sent = shop.search("sent", "true", "q", "书柜");

        assertThat(Shop.texts(sent.at("/items"), "title")).containsExactly("宜家实木书柜");
        assertThat(shop.search("sent", "true", "district", "ZZ-EQ")
                        .at("/facets/sent")
                        .longValue())
                .isZero();
    }

    @Test
    void theTitleIsCutWhereItMatches() {
        var parts = shop.search("q", "书架").at("/items/0/titleParts");

        assertThat(Shop.texts(parts, "text")).containsExactly("宜家实木", "书柜");
        assertThat(Shop.texts(parts, "matched")).containsExactly("false", "true");
    }

    @Test
    void scriptInATitleStaysTextInItsParts() {
        var card = shop.search("q", "摆件").at("/items/0");

        assertThat(String.join("", Shop.texts(card.at("/titleParts"), "text")))
                .isEqualTo("<script>alert(1)</script> 摆件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'; drop table listing.listing; --",
                "title:* OR _exists_:id",
                "{\"match_all\":{}}",
                "((((",
                "\\",
                "AND OR NOT",
                "/.*.*.*/",
                "~~^^5",
                "\u0000",
                "😀",
                "\uE000书柜\uE001",
                "<script>",
                "%",
                "+-&&||!",
            })
    void operatorsMeanNothing(String words) {
        var answer = shop.search("q", words);

        assertThat(answer.at("/degraded").asBoolean()).isFalse();
        assertThat(answer.at("/total").asInt()).isLessThan(TITLES.size());
    }

    @Test
    void facetsCountWhatEachChoiceWouldLeave() {
        var facets = shop.search().at("/facets");

        assertThat(counts(facets, "categories"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("book", 6, "textbook", 6, "furniture", 6, "storage-furniture", 4, "sofa", 2));
        assertThat(counts(facets, "districts"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ZZ-JS", 4, "ZZ-EQ", 4, "ZZ-ZY", 4));
        assertThat(counts(facets, "conditions")).containsExactlyInAnyOrderEntriesOf(Map.of("GOOD", 6, "LIKE_NEW", 6));
        assertThat(facets.at("/prices/1/from").asLong()).isEqualTo(5_000);
        assertThat(facets.at("/prices/1/to").asLong()).isEqualTo(20_000);
        assertThat(facets.at("/prices/1/count").asInt()).isEqualTo(2);
        assertThat(facets.at("/prices/5/to").isNull()).isTrue();
    }

    @Test
    void aChoiceNarrowsTheResultAndTheOtherFacetsButNotItsOwn() {
        var answer = shop.search("category", "sofa", "district", "ZZ-EQ", "district", "ZZ-JS");
        var facets = answer.at("/facets");

        assertThat(answer.at("/total").asInt()).isEqualTo(2);
        assertThat(counts(facets, "categories")).containsEntry("book", 4).containsEntry("sofa", 2);
        assertThat(counts(facets, "districts")).containsExactlyInAnyOrderEntriesOf(Map.of("ZZ-EQ", 2));
        assertThat(counts(facets, "conditions")).containsExactlyInAnyOrderEntriesOf(Map.of("GOOD", 2));
    }

    @Test
    void aRootCategoryHoldsAllOfItsLeaves() {
        assertThat(shop.search("category", "furniture").at("/total").asInt()).isEqualTo(6);
    }

    @Test
    void everyFilterKeepsWhatFits() {
        assertThat(shop.search("condition", "GOOD").at("/items"))
                .hasSize(6)
                .allMatch(item -> item.at("/conditionCode").asString().equals("GOOD"));
        assertThat(shop.search("district", "ZZ-ZY").at("/items"))
                .hasSize(4)
                .allMatch(item -> item.at("/districtCode").asString().equals("ZZ-ZY"));
        assertThat(shop.search("minPrice", "20000", "maxPrice", "30000").at("/items"))
                .hasSize(4)
                .allMatch(item -> item.at("/price/amount").asInt() >= 20_000
                        && item.at("/price/amount").asInt() <= 30_000);
    }

    @Test
    void distanceIsMeasuredFromTheSearcher() {
        var place = shop.search().at("/items/0/location");
        var near = place.at("/lat").asString() + "," + place.at("/lon").asString();
        var around = shop.search("near", near, "withinKm", "1");

        assertThat(around.at("/items/0/distanceMeters").asLong()).isLessThanOrEqualTo(1_000);
        assertThat(around.at("/total").asInt()).isLessThan(TITLES.size());
        assertThat(shop.search().at("/items/0/distanceMeters").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "price-asc", "price-desc", "near"})
    void allPagesHoldEachListingOnceInEveryOrder(String sort) {
        var seen = shop.titlesOnAllPages(5, "sort", sort, "near", "34.75,113.65");

        assertThat(seen).containsExactlyInAnyOrderElementsOf(TITLES);
    }

    @Test
    void pagesOfWordsHoldEachMatchOnce() {
        var all = shop.titles("q", "手机 书柜 沙发 电动车", "limit", "60");

        assertThat(shop.titlesOnAllPages(1, "q", "手机 书柜 沙发 电动车")).containsExactlyElementsOf(all);
    }

    @Test
    void theNewestComesFirstUnlessAnotherOrderIsAskedFor() {
        assertThat(shop.titles()).containsExactlyElementsOf(TITLES.reversed());
        assertThat(prices("sort", "price-asc")).isSorted();
        assertThat(prices("sort", "price-desc")).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(numbers("distanceMeters", "sort", "near", "near", "34.75,113.65"))
                .isSorted();
    }

    @Test
    void onlyTheFirstPageHasFacets() {
        var first = shop.search("limit", "5");
        var second = shop.search("limit", "5", "cursor", first.at("/nextCursor").asString());

        assertThat(first.at("/facets").isObject()).isTrue();
        assertThat(second.at("/facets").isNull()).isTrue();
        assertThat(second.at("/total").asInt()).isEqualTo(TITLES.size());
        assertThat(second.at("/totalIsExact").asBoolean()).isTrue();
    }

    @Test
    void aCursorOfAnotherSearchOrOfNoneIsRefused() {
        var cursor = shop.search("limit", "5").at("/nextCursor").asString();
        var foreign = List.of(
                Shop.path("cursor", cursor, "sort", "price-asc"),
                Shop.path("cursor", cursor, "q", "手机"),
                Shop.path("cursor", cursor.substring(3)),
                Shop.path("cursor", "x"),
                Shop.path("cursor", "\"}],\"query\":{}"));

        assertThat(foreign)
                .allSatisfy(path -> shop.searcher
                        .get(path)
                        .expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("kernel.bad-cursor"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "limit, 0, limit",
        "limit, 61, limit",
        "limit, many, limit",
        "minPrice, -1, minPrice",
        "maxPrice, 92233720368547758080, maxPrice",
        "sort, cheapest, sort",
        "sort, near, sort",
        "near, here, near",
        "near, '91,113', near",
        "withinKm, 5, withinKm",
        "withinKm, NaN, withinKm",
    })
    void aParameterOutOfRangeIsNamed(String name, String value, String named) {
        shop.searcher
                .get(Shop.path(name, value))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(named)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void aLowestPriceAboveTheHighestIsRefused() {
        shop.searcher
                .get(Shop.path("minPrice", "2", "maxPrice", "1"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("minPrice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "书"})
    void tenKilobytesOfWordsAreRefused(String letter) {
        shop.searcher
                .get(Shop.path("q", letter.repeat(10_240 / letter.getBytes(StandardCharsets.UTF_8).length)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("q");
    }

    @ParameterizedTest(name = "{0} suggests {1}")
    @CsvSource({
        "宜家, 宜家实木书柜",
        "yijia, 宜家实木书柜",
        "yjsm, 宜家实木书柜",
        "thinkp, ThinkPad",
        "thimkpad, ThinkPad",
    })
    void beginningsAreCompleted(String typed, String suggested) {
        assertThat(suggestions(typed)).contains(suggested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "{}", "不存在的东西"})
    void nothingIsSuggestedForNothing(String typed) {
        assertThat(suggestions(typed)).isEmpty();
    }

    private List<String> suggestions(String typed) {
        var path = Shop.path("q", typed).replace("/search/listings", "/search/suggestions");
        return Shop.texts(Visitor.json(shop.searcher.get(path)).at("/suggestions"), "text");
    }

    private List<Long> prices(String... parameters) {
        return StreamSupport.stream(shop.search(parameters).at("/items").spliterator(), false)
                .map(item -> item.at("/price/amount").asLong())
                .toList();
    }

    private List<Long> numbers(String member, String... parameters) {
        return StreamSupport.stream(shop.search(parameters).at("/items").spliterator(), false)
                .map(item -> item.path(member).asLong())
                .toList();
    }

    private static Map<String, Integer> counts(JsonNode facets, String facet) {
        return StreamSupport.stream(facets.path(facet).spliterator(), false)
                .collect(toMap(
                        count -> count.at("/code").asString(),
                        count -> count.at("/count").asInt()));
    }
}
