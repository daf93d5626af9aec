package io.xunshi.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.search.usecase.RebuildIndex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@SearchTest
class IndexFeedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private RebuildIndex rebuildIndex;

    private Shop shop;

    @BeforeEach
    void aShopOpens() {
        shop = new Shop(port);
    }

    @Test
    void whatIsPublishedIsFoundSoon() {
        var listing = shop.offer("榆木八仙桌");

        shop.awaitFound(listing, "八仙桌");
    }

    @Test
    void whatIsChangedIsFoundByItsNewWordsSoon() {
        var listing = shop.offer("老式缝纫机");
        shop.awaitFound(listing, "缝纫机");
        var page = Visitor.json(shop.seller.get("/api/v1/listings/" + listing));

        shop.seller
                .put(
                        "/api/v1/listings/" + listing,
                        Map.of(
                                "title", "蝴蝶牌留声机",
                                "description", "",
                                "categoryCode", "storage-furniture",
                                "attributes", Map.of(),
                                "conditionCode", "GOOD",
                                "price", Map.of("amount", 100, "currency", "CNY"),
                                "districtCode", "ZZ-JS",
                                "photoIds", List.of(page.at("/photos/0/id").asString())),
                        "\"" + page.at("/version").asInt() + "\"")
                .expectStatus()
                .isOk();

        shop.awaitFound(listing, "留声机");
        shop.awaitGone(listing, "缝纫机");
    }

    @Test
    void whatIsWithdrawnDisappearsAndComesBackWithItsPublication() {
        var listing = shop.offer("竹编摇椅");
        shop.awaitFound(listing, "摇椅");

        shop.seller.post("/api/v1/listings/" + listing + "/withdrawal", Map.of());
        shop.awaitGone(listing, "摇椅");

        shop.seller.post("/api/v1/listings/" + listing + "/publication", Map.of());
        shop.awaitFound(listing, "摇椅");
    }

    @Test
    void whatIsReservedDisappearsAndComesBackWhenTheOrderIsCancelled() {
        var listing = shop.offer("铜火锅");
        shop.awaitFound(listing, "铜火锅");
        var buyer = new Visitor(port).signUp("买家");

        var order = Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listing)));
        shop.awaitGone(listing, "铜火锅");

        buyer.post("/api/v1/orders/" + order.at("/id").asString() + "/cancellation", Map.of("reason", "不要了"))
                .expectStatus()
                .isOk();
        shop.awaitFound(listing, "铜火锅");
    }

    @Test
    void aStockIsFoundWhileSomeOfItIsLeftAndItsCardSaysHowMany() {
        var listing = shop.offer("柳编收纳筐", offer -> offer.put("stock", 3));
        shop.awaitFound(listing, "收纳筐");
        assertThat(leftOnCard("收纳筐")).isEqualTo(3);
        var buyer = new Visitor(port).signUp("买家");

        buyer.post("/api/v1/orders", Map.of("listingId", listing, "pieces", 2));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leftOnCard("收纳筐")).isEqualTo(1));

        var last = Visitor.json(buyer.post("/api/v1/orders", Map.of("listingId", listing, "pieces", 1)));
        shop.awaitGone(listing, "收纳筐");
        buyer.post("/api/v1/orders/" + last.at("/id").asString() + "/cancellation", Map.of("reason", "不要了"));
        shop.awaitFound(listing, "收纳筐");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leftOnCard("收纳筐")).isEqualTo(1));
    }

    private int leftOnCard(String words) {
        return shop.search("q", words).at("/items/0/left").intValue();
    }

    @Test
    void whoeverComesTooLateIsToldOfSimilarListings() {
        var wanted = shop.offer("红木太师椅 一对");
        var similar = shop.offer("红木太师椅 单把");
        shop.awaitFound(wanted, "太师椅");
        shop.awaitFound(similar, "太师椅");
        new Visitor(port).signUp("先到").post("/api/v1/orders", Map.of("listingId", wanted));

        new Visitor(port)
                .signUp("后到")
                .post("/api/v1/orders", Map.of("listingId", wanted))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.not-available")
                .jsonPath("$.similar[0].id")
                .isEqualTo(similar)
                .jsonPath("$.similar[0].price.amount")
                .isEqualTo(28_000)
                .jsonPath("$.similar[?(@.id == '%s')]".formatted(wanted))
                .isEmpty();
    }

    @Test
    void aListingIsNotSimilarToItself() {
        var listing = shop.offer("景德镇花瓶");
        shop.awaitFound(listing, "花瓶");
        var other = shop.offer("景德镇茶壶");
        shop.awaitFound(other, "茶壶");

        var similar = Visitor.json(shop.searcher.get("/api/v1/listings/" + listing + "/similar?limit=3"));

        assertThat(Shop.texts(similar.at("/items"), "id"))
                .hasSizeLessThanOrEqualTo(3)
                .startsWith(other)
                .doesNotContain(listing);
        shop.searcher
                .get("/api/v1/listings/" + UUID.randomUUID() + "/similar")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aRebuildLosesNothingAndFindsWhatTheIndexHadLost() {
        var kept = shop.offer("黄铜台灯");
        shop.awaitFound(kept, "黄铜台灯");
        var before = shop.search("limit", "60");

        var fed = rebuildIndex.rebuild().block(PATIENCE);

        assertThat(fed).isEqualTo(before.at("/total").asLong());
        assertThat(shop.search("limit", "60")).isEqualTo(before);
        var later = shop.offer("黄铜烛台");
        shop.awaitFound(later, "黄铜烛台");
    }

    @Test
    void theHealthPageNamesTheSearch() {
        shop.searcher
                .request(HttpMethod.GET, "/actuator/health")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
