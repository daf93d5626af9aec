package io.xunshi.platform.wanted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.search.SearchTest;
import io.xunshi.platform.search.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is looked for and what is on offer find each other, whichever is first. */
@SearchTest
class WantedMatchingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    private Shop shop;
    private Visitor wanter;

    @BeforeEach
    void aShopOpensAndSomebodyLooks() {
        shop = new Shop(port);
        wanter = new Visitor(port).signUp("求购的人");
    }

    @Test
    void aNewListingThatFitsIsToldToWhoLooksForIt() {
        var wish = Wanting.wish("藤编摇椅");
        wish.put("answers", Map.of("material", "wood"));
        var post = Wanting.posted(wanter, wish);
        shop.offer("藤编摇椅 贵的", offer -> offer.put("price", Goods.fen(90_000)));
        shop.offer("藤编摇椅 藤的", offer -> offer.put("attributes", Map.of("material", "other")));
        shop.offer("铁皮柜", offer -> offer.put("attributes", Map.of("material", "wood")));

        var listing = shop.offer("藤编摇椅 实木脚", offer -> offer.put("attributes", Map.of("material", "wood")));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(notices()).hasSize(1));
        var told = notices().getFirst();
        assertThat(told.at("/kind").asString()).isEqualTo("WANTED_MATCHED");
        assertThat(told.at("/subject").asString()).isEqualTo(listing);
        assertThat(told.at("/parameters/search").asString()).isEqualTo("藤编摇椅");
        assertThat(Visitor.json(wanter.get("/api/v1/my/saved-searches")).at("/items"))
                .isEmpty();
        assertThat(ids(Visitor.json(shop.seller.get("/api/v1/my/listings/" + listing + "/wanted-posts")), "/id"))
                .containsExactly(post);
    }

    @Test
    void aNewPostFindsWhatIsOnOfferAndTheSellerSeesWhatOfTheirsFits() {
        var fitting = shop.offer("景德镇青花瓶");
        var other = shop.offer("竹编背篓");
        shop.awaitFound(fitting, "景德镇青花瓶");
        shop.awaitFound(other, "竹编背篓");

        var post = Wanting.posted(wanter, "景德镇青花瓶");

        assertThat(ids(Visitor.json(wanter.get("/api/v1/my/wanted-posts/" + post + "/fitting-listings")), "/id"))
                .containsExactly(fitting);
        var own = Visitor.json(shop.seller.get("/api/v1/wanted-posts/" + post + "/own-listings"));
        assertThat(own.at("/items/0/listing/id").asString()).isEqualTo(fitting);
        assertThat(own.at("/items/0/fits").asBoolean()).isTrue();
        assertThat(own.at("/items/1/fits").asBoolean()).isFalse();
    }

    @Test
    void whoDoesNotWantToHearFromEachOtherIsNeitherToldNorShown() {
        var known = shop.offer("竹编背篓");
        var talk = Visitor.json(wanter.post("/api/v1/listings/" + known + "/conversations", Map.of()));
        wanter.put("/api/v1/conversations/" + talk.at("/id").asString() + "/block", Map.of())
                .expectStatus()
                .isOk();
        var post = Wanting.posted(wanter, "汝瓷茶盏");

        var ofBlocked = shop.offer("汝瓷茶盏 天青");
        var ofStranger = new Shop(port).offer("汝瓷茶盏 月白");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(notices()).hasSize(1));
        assertThat(notices().getFirst().at("/subject").asString()).isEqualTo(ofStranger);
        assertThat(ids(Visitor.json(wanter.get("/api/v1/my/wanted-posts/" + post + "/fitting-listings")), "/id"))
                .containsExactly(ofStranger);
        assertThat(ids(Visitor.json(shop.seller.get("/api/v1/my/listings/" + ofBlocked + "/wanted-posts")), "/id"))
                .isEmpty();
    }

    private List<JsonNode> notices() {
        return items(Visitor.json(wanter.get("/api/v1/my/notifications")));
    }

    private static List<String> ids(JsonNode list, String pointer) {
        return items(list).stream().map(item -> item.at(pointer).asString()).toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.at("/items").spliterator(), false).toList();
    }
}
