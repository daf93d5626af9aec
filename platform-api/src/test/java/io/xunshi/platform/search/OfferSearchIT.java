package io.xunshi.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.search.usecase.RebuildIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Finding lots and demands, from the tables through the stream and the indexer to the answer. */
@SearchTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferSearchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Leaves a member out. */
    private static final Object NOTHING = new Object();

    private static final String SAVED = "/api/v1/my/saved-offer-searches";
    private static final String EXTRUSIONS = "旧铝型材 门窗拆解";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RebuildIndex rebuildIndex;

    private Yard yard;
    private Visitor searcher;

    @BeforeAll
    void theExchangeIsFull() {
        yard = Yard.filed(database, port, "巩义再生");
        searcher = new Visitor(port);
        offer(Yard.OLD_EXTRUSIONS, 28_000_000, Map.of());
        offer(
                "NF-AL-ZOR",
                40_000_000,
                Map.of(
                        "title",
                        "混合破碎 船板货",
                        "quality",
                        quality("shred", "91"),
                        "packing",
                        "LOOSE",
                        "price",
                        Map.of("amount", 1_200_000, "currency", "CNY")));
        offer(
                "NF-AL-WIRE",
                5_000_000,
                Map.of(
                        "title", "洁净线料",
                        "quality", quality("wire", "99.5"),
                        "place", Map.of("areaCode", "OUTSIDE", "address", "山东临沂"),
                        "inspection", days(2, 4),
                        "price", NOTHING));
        yard.demanded();
        await().atMost(PATIENCE).until(() -> total("lots") == 3 && total("demands") == 1);
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "Zorba, 混合破碎 船板货",
        "破碎料, 混合破碎 船板货",
        "Tutu, 旧铝型材 门窗拆解",
        "断桥铝, 旧铝型材 门窗拆解",
        "电工铝, 洁净线料",
        "门窗拆解, 旧铝型材 门窗拆解",
        "巩义 型材旧料, 旧铝型材 门窗拆解",
    })
    void tradeWordsFindALotWhateverItsSellerCallsIt(String words, String title) {
        assertThat(titles("lots", "q", words)).startsWith(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"废铝", "废铝料", "aluminium scrap", "aluminum", "回收铝"})
    void aClassOfMaterialsIsFoundByAllItsNames(String words) {
        assertThat(titles("lots", "q", words)).containsExactlyInAnyOrder(EXTRUSIONS, "混合破碎 船板货", "洁净线料");
    }

    @Test
    void whatNobodyOffersIsNotFound() {
        assertThat(titles("lots", "q", "光亮铜")).isEmpty();
    }

    @Test
    void theMaterialTreeIsCountedOnEveryLevelAndNarrows() {
        var counts = counts(search("lots"), "material");

        assertThat(counts).containsEntry("NF", 3L).containsEntry("NF-AL", 3L).containsEntry("NF-AL-ZOR", 1L);
        assertThat(titles("lots", "material", "NF-AL-ZOR", "material", "NF-AL-WIRE"))
                .containsExactlyInAnyOrder("混合破碎 船板货", "洁净线料");
    }

    @Test
    void aFacetNarrowsTheResultsAndTheOtherFacetsButNotItself() {
        var outside = search("lots", "area", "OUTSIDE");

        assertThat(outside.at("/total").asInt()).isEqualTo(1);
        assertThat(counts(outside, "area")).containsEntry("ZZ-GY", 2L).containsEntry("OUTSIDE", 1L);
        assertThat(counts(outside, "priceBasis")).containsOnly(Map.entry("OFFERS_WANTED", 1L));
    }

    @ParameterizedTest(name = "{0}={1} leaves {2}")
    @CsvSource({
        "quality, al_pct:95.., 2",
        "quality, al_pct:..91, 1",
        "quality, form:wire|sheet, 1",
        "minQuantity, 28000001, 1",
        "maxQuantity, 28000000, 2",
        "maxPrice, 1200000, 1",
        "packing, LOOSE, 1",
        "priceBasis, NAMED, 2",
        "state, HELD, 0",
        "delivery, AT_SELLER, 3",
    })
    void filtersKeepToTheirBounds(String name, String value, int left) {
        assertThat(search("lots", name, value).at("/total").asInt()).isEqualTo(left);
    }

    @Test
    void daysOfInspectionAndTheLastDayNarrow() {
        assertThat(titles("lots", "from", day(4), "to", day(9))).containsExactly("洁净线料");
        assertThat(titles("lots", "from", day(5), "to", day(9))).isEmpty();
        assertThat(titles("lots", "validOn", day(7))).hasSize(3);
        assertThat(titles("lots", "validOn", day(8))).isEmpty();
    }

    @Test
    void aDemandIsFoundByWhatItWouldTake() {
        assertThat(titles("demands", "q", "aluminium", "quality", "inclusion_pct:1.5.."))
                .hasSize(1);
        assertThat(titles("demands", "quality", "inclusion_pct:2.5..")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherInEveryOrder() {
        assertThat(allPages("sort", "price-asc")).containsExactly("混合破碎 船板货", EXTRUSIONS, "洁净线料");
        assertThat(allPages("sort", "price-desc")).containsExactly(EXTRUSIONS, "混合破碎 船板货", "洁净线料");
        assertThat(allPages("sort", "quantity-desc")).containsExactly("混合破碎 船板货", EXTRUSIONS, "洁净线料");
        assertThat(allPages("sort", "newest")).containsExactly("洁净线料", "混合破碎 船板货", EXTRUSIONS);
        assertThat(allPages("q", "铝")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theCursorOfAnotherSearchIsRefused() {
        var cursor = search("lots", "limit", "1").at("/nextCursor").asString();

        searcher.get(path("demands", "limit", "1", "cursor", cursor))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aResultShowsAllThatARowNeeds() {
        var row = search("lots", "q", "断桥铝").at("/items/0");

        assertThat(row.at("/code").asString()).startsWith("F");
        assertThat(row.at("/quantity").asLong()).isEqualTo(28_000_000);
        assertThat(row.at("/price/amount").asLong()).isEqualTo(1_560_000);
        assertThat(row.at("/party/name").asString()).isEqualTo("巩义再生");
        assertThat(row.at("/place/areaCode").asString()).isEqualTo("ZZ-GY");
        assertThat(row.at("/quality/al_pct/least").asDouble()).isEqualTo(97.5);
        assertThat(row.at("/titleParts")).isNotEmpty();
    }

    @Test
    void whatIsTypedIsCompletedWithNamesOfTheTrade() {
        assertThat(suggestions("lots", "断桥")).contains("断桥铝");
        assertThat(suggestions("lots", "zor")).contains("Zorba");
        assertThat(suggestions("demands", "长期")).contains("长期求购旧铝");
    }

    @ParameterizedTest
    @CsvSource({
        "quality, al_pct",
        "quality, al_pct:9..1",
        "minQuantity, -1",
        "sort, best",
        "from, yesterday",
        "limit, 61",
    })
    void whatMeansNothingIsRefused(String name, String value) {
        searcher.get(path("lots", name, value)).expectStatus().isBadRequest();
    }

    @Test
    void aLotIsFoundAsItIsNowUntilItIsTakenBack() {
        var lot = Visitor.json(yard.stocked(3_000).offer(yard.owner(), named("拆车铝件")));
        var id = lot.at("/id").asString();
        await().atMost(PATIENCE).until(() -> titles("lots", "q", "拆车铝件").contains("拆车铝件"));

        yard.owner()
                .put("/api/v1/lots/" + id, named("发动机缸体"), "\"1\"")
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE).until(() -> titles("lots", "q", "发动机缸体").contains("发动机缸体"));

        yard.owner()
                .post("/api/v1/lots/" + id + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        await().atMost(PATIENCE).until(() -> total("lots") == 3);
    }

    @Test
    void aSavedSearchTellsOnceOfEachLotThatItFinds() {
        var smelter = Yard.filed(database, port, "新密铝厂").owner();
        save(smelter, Map.of("q", "断桥铝", "quality", List.of("al_pct:97..")));
        save(smelter, Map.of("material", List.of("NF-AL")));
        save(smelter, Map.of("q", "光亮铜"));
        save(yard.owner(), Map.of("q", "断桥铝"));

        var lots = List.of(offered("拆迁门窗料 甲"), offered("拆迁门窗料 乙"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(found(smelter)).hasSize(2));
        assertThat(found(smelter)).containsExactlyInAnyOrderElementsOf(lots);
        assertThat(found(yard.owner())).isEmpty();
        lots.forEach(id -> yard.owner().post("/api/v1/lots/" + id + "/withdrawal", Map.of()));
        await().atMost(PATIENCE).until(() -> total("lots") == 3);
    }

    @Test
    void aSavedSearchIsItsOwnersUntilTheyRemoveIt() {
        var trader = new Visitor(port).signUp("交易员");
        var id = save(trader, Map.of("q", "Zorba", "quality", List.of("al_pct:90..")));

        assertThat(Visitor.json(trader.get(SAVED))
                        .at("/items/0/search/quality/0")
                        .asString())
                .isEqualTo("al_pct:90..");
        trader.delete(SAVED + "/" + id).expectStatus().isNoContent();
        assertThat(Visitor.json(trader.get(SAVED)).at("/items")).isEmpty();
        trader.post(SAVED, saved(Map.of())).expectStatus().isEqualTo(422);
        trader.post(SAVED, saved(Map.of("quality", List.of("al_pct"))))
                .expectStatus()
                .isBadRequest();
    }

    private String save(Visitor who, Map<String, Object> criteria) {
        return Visitor.json(who.post(SAVED, saved(criteria))).at("/id").asString();
    }

    private static Map<String, Object> saved(Map<String, Object> criteria) {
        return Map.of("name", "找铝", "side", "LOT", "criteria", criteria);
    }

    private String offered(String title) {
        yard.stocked(3_000);
        return Visitor.json(yard.offer(yard.owner(), named(title))).at("/id").asString();
    }

    private static List<String> found(Visitor who) {
        return Visitor.json(who.get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .filter(news -> news.at("/kind").asString().equals("LOT_FOUND"))
                .map(news -> news.at("/subject").asString())
                .toList();
    }

    @Test
    void whatIsNearestComesFirstAndWhatIsOutsideTheCityLast() {
        var near = search("lots", "near", "ZZ-XM", "sort", "nearest");

        assertThat(allPages("near", "ZZ-XM", "sort", "nearest"))
                .hasSize(3)
                .last()
                .isEqualTo("洁净线料");
        assertThat(near.at("/distances").valueStream())
                .filteredOn(one -> one.at("/area").asString().equals("ZZ-GY"))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/metres").asLong()).isBetween(40_000L, 42_000L));
        assertThat(search("lots").at("/distances").isNull()).isTrue();
    }

    @ParameterizedTest(name = "within {1} km of {0} are {2}")
    @CsvSource({"ZZ-GY, 1, 2", "ZZ-XM, 30, 0", "ZZ-XM, 50, 2", "'34.5393,113.3909', 50, 2"})
    void aDistanceLeavesOutWhatIsFartherAndWhatIsOutsideTheCity(String near, String within, int left) {
        assertThat(search("lots", "near", near, "within", within).at("/total").asInt())
                .isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"near, ZZ-NO, near", "within, 30, within", "sort, nearest, sort", "near, '91,0', near"})
    void aDistanceFromNowhereIsRefused(String name, String value, String field) {
        var refused = Refusals.problem(searcher.get(path("lots", name, value)));

        assertThat(refused.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void aRebuildLosesNoLotAndNoDemand() {
        var before = List.of(search("lots"), search("demands"));

        rebuildIndex.rebuild().block(PATIENCE);

        assertThat(List.of(search("lots"), search("demands"))).isEqualTo(before);
    }

    private void offer(String material, long grams, Map<String, Object> otherwise) {
        var lot = Yard.lot(grams / 1_000);
        lot.put("materialCode", material);
        lot.putAll(otherwise);
        lot.values().removeIf(NOTHING::equals);
        yard.receive(yard.owner(), material, grams).expectStatus().isCreated();
        yard.offer(yard.owner(), lot).expectStatus().isCreated();
    }

    private static Map<String, Object> named(String title) {
        var lot = Yard.lot(3_000);
        lot.put("title", title);
        return lot;
    }

    private static Map<String, String> quality(String form, String aluminium) {
        return Map.of(
                "form", form,
                "alloy_series", "mixed",
                "al_pct", aluminium,
                "inclusion_pct", "1.2",
                "radiation_usvh", "0.1",
                "source", "old");
    }

    private static Map<String, String> days(int from, int to) {
        return Map.of("from", day(from), "to", day(to));
    }

    private static String day(int fromToday) {
        return Yard.TODAY.plusDays(fromToday).toString();
    }

    private int total(String what) {
        return search(what).at("/total").asInt();
    }

    /** @param parameters name, value, name, value … */
    private JsonNode search(String what, String... parameters) {
        return Visitor.json(searcher.get(path(what, parameters)));
    }

    private List<String> titles(String what, String... parameters) {
        return Shop.texts(search(what, parameters).at("/items"), "title");
    }

    private List<String> suggestions(String what, String typed) {
        return Shop.texts(search(what + "/suggestions", "q", typed).at("/suggestions"), "text");
    }

    /** @param parameters name, value, name, value … */
    private List<String> allPages(String... parameters) {
        var titles = new ArrayList<String>();
        var page = search("lots", with(parameters, "limit", "1"));
        titles.addAll(Shop.texts(page.at("/items"), "title"));
        while (!page.at("/nextCursor").isNull()) {
            var cursor = page.at("/nextCursor").asString();
            page = search("lots", with(parameters, "limit", "1", "cursor", cursor));
            titles.addAll(Shop.texts(page.at("/items"), "title"));
        }
        return titles;
    }

    private static String[] with(String[] parameters, String... more) {
        return Stream.concat(Stream.of(parameters), Stream.of(more)).toArray(String[]::new);
    }

    private static Map<String, Long> counts(JsonNode answer, String facet) {
        var counts = new HashMap<String, Long>();
        answer.at("/facets/" + facet)
                .forEach(count -> counts.put(
                        count.at("/code").asString(), count.at("/count").asLong()));
        return counts;
    }

    private static String path(String what, String... parameters) {
        var path = UriComponentsBuilder.fromPath("/api/v1/search/" + what);
        var values = new ArrayList<Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            path.queryParam(parameters[i], "{value}");
            values.add(parameters[i + 1]);
        }
        return path.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
