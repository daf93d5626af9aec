package io.xunshi.platform.faults;

import static io.xunshi.platform.faults.Outage.isUnavailable;
import static io.xunshi.platform.faults.Outage.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.media.domain.Pictures;
import io.xunshi.platform.order.Trade;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without the object store there are no pictures, and the log is published later; everything else goes on. */
@FaultTest
class ObjectStoreDownIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CROWD = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private ReactiveHealthContributorRegistry parts;

    @Autowired
    private Lines lines;

    private Visitor seller;

    @BeforeEach
    void somebodySells() {
        seller = new Visitor(port).signUp("卖家");
    }

    @AfterEach
    void theStoreIsBack() {
        lines.objectStore().mend();
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsCompletedAfterwards(Trouble trouble) {
        var picture = Pictures.jpeg(640, 480);
        var announced = Visitor.json(
                seller.post("/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", picture.length)));
        Goods.upload(URI.create(announced.at("/upload/url").asString()), picture);
        var completion = "/api/v1/photos/" + announced.at("/id").asString() + "/completion";
        trouble.begin(lines.objectStore());
        isUnavailable("objectstore.unavailable", () -> seller.post(completion, Map.of()));

        lines.objectStore().mend();

        var photo = Visitor.json(seller.post(completion, Map.of()));
        assertThat(Visitor.json(seller.post(completion, Map.of()))).isEqualTo(photo);
        opens(() -> seller.get(photo.at("/variants/0/url").asString()));
    }

    @ParameterizedTest
    @EnumSource
    void listingsAreReadAndSoldWithoutTheirPictures(Trouble trouble) {
        var listing = Goods.published(seller);
        var picture = listing.at("/photos/0/variants/0/url").asString();
        var buyer = new Visitor(port).signUp("买家");
        trouble.begin(lines.objectStore());

        opens(() -> buyer.get("/api/v1/listings/" + listing.at("/id").asString()));
        opens(() -> buyer.get("/api/v1/search/listings"));
        Outage.inTime(() -> buyer.post(
                        "/api/v1/orders", Map.of("listingId", listing.at("/id").asString())))
                .expectStatus()
                .isCreated();
        isUnavailable("objectstore.unavailable", () -> buyer.get(picture));
    }

    /** Requests that hang must not use up the connections of those that come after. */
    @ParameterizedTest
    @EnumSource
    void aCrowdThatWaitedInVainIsServedAtOnceAfterwards(Trouble trouble) {
        var picture = Goods.published(seller).at("/photos/0/variants/0/url").asString();
        trouble.begin(lines.objectStore());
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CROWD; i++) {
                crowd.submit(() -> new Visitor(port).get(picture));
            }
        }

        lines.objectStore().mend();

        opens(() -> seller.get(picture));
    }

    @ParameterizedTest
    @EnumSource
    void aTradeIsSealedOnceAfterwards(Trouble trouble) {
        var trade = Trade.paid(port);
        trouble.begin(lines.objectStore());
        trade.confirmed();

        lines.objectStore().mend();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Visitor.json(seller.get("/api/v1/receipts/" + trade.code()))
                                .at("/records")
                                .size())
                        .isEqualTo(2));
    }

    @ParameterizedTest
    @EnumSource
    void theHealthPageSaysSoAndTheReplicaStaysReady(Trouble trouble) {
        trouble.begin(lines.objectStore());

        assertThat(new Parts(parts).of("objectStore")).isEqualTo(Status.DOWN);
        opens(() -> seller.get("/actuator/health/readiness"));

        lines.objectStore().mend();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(new Parts(parts).of("objectStore")).isEqualTo(Status.UP));
    }
}
