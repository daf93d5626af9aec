package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class ReadyListingsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;
    private Visitor stranger;

    @BeforeEach
    void somebodySells() {
        seller = new Visitor(port).signUp("卖家");
        stranger = new Visitor(port);
    }

    @Test
    void aReaderWhoComesSoonAfterAnotherIsAnsweredFromMemoryWithTheSameWords() {
        var path = "/api/v1/listings/" + Goods.published(seller).at("/id").asString();
        var first = Visitor.json(stranger.get(path));
        var handedOut = handedOut();

        var second = stranger.get(path)
                .expectHeader()
                .valueEquals("ETag", "\"" + first.at("/version").asLong() + "\"")
                .expectHeader()
                .valueEquals("Content-Type", "application/json")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*");

        assertThat(Visitor.json(second)).isEqualTo(first);
        assertThat(handedOut()).isGreaterThan(handedOut);
    }

    @Test
    void whatItsOwnerChangesIsReadAtOnce() {
        var offer = Goods.bookcase(seller);
        var listing = Goods.publish(seller, offer);
        var path = "/api/v1/listings/" + listing.at("/id").asString();

        for (int shelves = 1; shelves <= 20; shelves++) {
            var read = Visitor.json(stranger.get(path));
            offer.put("title", "实木书柜 " + shelves + " 层");
            seller.put(path, offer, "\"" + read.at("/version").asLong() + "\"")
                    .expectStatus()
                    .isOk();

            assertThat(titleOf(Visitor.json(stranger.get(path)))).isEqualTo("实木书柜 " + shelves + " 层");
        }
    }

    @Test
    void whatAnotherReplicaChangesIsReadSoon() {
        var listing = Goods.published(seller);
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        stranger.get(path).expectStatus().isOk();

        database.sql("update listing.listing set title = '别处改的', version = version + 1 where id = :id")
                .bind("id", UUID.fromString(listing.at("/id").asString()))
                .then()
                .block();

        await().untilAsserted(() ->
                assertThat(titleOf(Visitor.json(stranger.get(path)))).isEqualTo("别处改的"));
    }

    @Test
    void aDraftIsReadByItsOwnerAndStaysUnknownToOthers() {
        var draft = Visitor.json(seller.post("/api/v1/listings", Goods.bookcase(seller)));
        var path = "/api/v1/listings/" + draft.at("/id").asString();

        seller.get(path).expectStatus().isOk();

        stranger.get(path).expectStatus().isNotFound();
    }

    private double handedOut() {
        return meters.get("xunshi.http.ready-answers").counter().count();
    }

    private static String titleOf(JsonNode listing) {
        return listing.at("/title").asString();
    }
}
