package io.xunshi.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.listing.Goods;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is left of search where there is no engine. */
@PlatformTest
class SearchDownIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void theNewestListingsAreShownInsteadOfResults() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();

        var answer = Visitor.json(new Visitor(port).get(Shop.path("q", "无论什么", "category", "furniture")));

        assertThat(answer.at("/degraded").asBoolean()).isTrue();
        assertThat(Shop.texts(answer.at("/items"), "id")).contains(listing);
        assertThat(answer.at("/items/0/titleParts/0/matched").asBoolean()).isFalse();
        assertThat(answer.at("/facets").isNull()).isTrue();
        assertThat(answer.at("/nextCursor").isNull()).isTrue();
        assertThat(answer.at("/totalIsExact").asBoolean()).isFalse();
    }

    @Test
    void filtersHoldWithoutTheEngineToo() {
        var seller = new Visitor(port).signUp("卖家");
        Goods.published(seller);
        var visitor = new Visitor(port);

        assertThat(Visitor.json(visitor.get(Shop.path("category", "storage-furniture")))
                        .at("/items"))
                .isNotEmpty();
        assertThat(Visitor.json(visitor.get(Shop.path("category", "sofa"))).at("/items"))
                .isEmpty();
        assertThat(Visitor.json(visitor.get(Shop.path("district", "ZZ-EQ", "maxPrice", "1")))
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void nothingIsSuggestedAndNothingIsSimilar() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();
        var visitor = new Visitor(port);

        assertThat(Visitor.json(visitor.get("/api/v1/search/suggestions?q=x")).at("/suggestions"))
                .isEmpty();
        assertThat(Visitor.json(visitor.get("/api/v1/listings/" + listing + "/similar"))
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void theNewestLotsThatFitAreShownInsteadOfResults() {
        var yard = Yard.filed(database, port, "巩义再生").stocked(28_000);
        var lot = yard.offered(28_000).at("/id").asString();
        var visitor = new Visitor(port);

        var found = Visitor.json(visitor.get("/api/v1/search/lots?material=NF-AL&quality=al_pct:97..&area=ZZ-GY"));
        var missed = Visitor.json(visitor.get("/api/v1/search/lots?material=NF-AL&quality=al_pct:98.."));

        assertThat(found.at("/degraded").asBoolean()).isTrue();
        assertThat(Shop.texts(found.at("/items"), "id")).contains(lot);
        assertThat(found.at("/facets").isNull()).isTrue();
        assertThat(Shop.texts(missed.at("/items"), "id")).doesNotContain(lot);
    }

    @Test
    void aDraftIsLikeNothing() {
        var seller = new Visitor(port).signUp("卖家");
        var draft = Visitor.json(seller.post("/api/v1/listings", Map.of("title", "书柜")));

        new Visitor(port)
                .get("/api/v1/listings/" + draft.at("/id").asString() + "/similar")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aRaceIsStillLostPolitely() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();
        new Visitor(port).signUp("先到").post("/api/v1/orders", Map.of("listingId", listing));

        new Visitor(port)
                .signUp("后到")
                .post("/api/v1/orders", Map.of("listingId", listing))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.similar")
                .isEmpty();
    }

    @Test
    void theHealthPageSaysSo() {
        new Visitor(port).get("/actuator/health").expectStatus().isEqualTo(503);
    }
}
