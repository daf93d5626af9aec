package io.xunshi.platform.faults;

import static io.xunshi.platform.faults.Outage.isUnavailable;
import static io.xunshi.platform.faults.Outage.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sessions and limits live in Redis: without it nobody is known, but everybody may look around. */
@FaultTest
class RedisDownIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NEW_PASSWORD = "staple battery horse";

    @LocalServerPort
    private int port;

    @Autowired
    private ReactiveHealthContributorRegistry parts;

    @Autowired
    private Lines lines;

    private Visitor seller;
    private Visitor stranger;
    private String listing;

    @BeforeEach
    void aListingIsOnOffer() {
        seller = new Visitor(port).signUp("卖家");
        stranger = new Visitor(port);
        listing = Goods.published(seller).at("/id").asString();
    }

    @AfterEach
    void redisIsBack() {
        lines.redis().mend();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new Parts(parts).of("redis")).isEqualTo(Status.UP));
    }

    @ParameterizedTest
    @EnumSource
    void publicPagesStayOpenForEverybody(Trouble trouble) {
        trouble.begin(lines.redis());

        for (var visitor : new Visitor[] {stranger, seller}) {
            opens(() -> visitor.get("/"));
            opens(() -> visitor.get("/listings/" + listing));
            opens(() -> visitor.get("/api/v1/listings/" + listing));
            opens(() -> visitor.get("/api/v1/search/listings"));
            opens(() -> visitor.get("/api/v1/categories"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsSignedInIsAskedToWaitAndIsStillSignedInAfterwards(Trouble trouble) {
        trouble.begin(lines.redis());
        isUnavailable("http.unavailable", () -> seller.get("/api/v1/my/listings"));
        isUnavailable("http.unavailable", () -> seller.get("/api/v1/session"));
        isUnavailable("http.unavailable", () -> seller.delete("/api/v1/session"));

        lines.redis().mend();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> seller.get("/api/v1/my/listings").expectStatus().isOk());
    }

    @ParameterizedTest
    @EnumSource
    void signingInIsPutOff(Trouble trouble) {
        trouble.begin(lines.redis());

        isUnavailable(
                "http.unavailable",
                () -> stranger.post(
                        "/api/v1/session", Map.of("contact", seller.contact(), "password", Visitor.PASSWORD)));
    }

    @ParameterizedTest
    @EnumSource
    void aSignUpThatWasPutOffSucceedsWithTheSameCode(Trouble trouble) {
        stranger.post("/api/v1/codes", Map.of("contact", stranger.contact(), "purpose", "SIGN_UP"));
        var account = Map.of(
                "contact",
                stranger.contact(),
                "code",
                codeSentTo(stranger),
                "password",
                Visitor.PASSWORD,
                "displayName",
                "新人");
        trouble.begin(lines.redis());
        isUnavailable("http.unavailable", () -> stranger.post("/api/v1/accounts", account));

        lines.redis().mend();

        await().atMost(PATIENCE)
                .untilAsserted(() -> stranger.post("/api/v1/accounts", account)
                        .expectStatus()
                        .isCreated());
    }

    /** A stolen session must not outlive the password that its owner replaced. */
    @Test
    void aPasswordIsNotReplacedWhileItsSessionsCannotBeEnded() {
        stranger.post("/api/v1/codes", Map.of("contact", seller.contact(), "purpose", "RESET_PASSWORD"));
        var reset = Map.of("contact", seller.contact(), "code", codeSentTo(seller), "newPassword", NEW_PASSWORD);
        lines.redis().cut();
        isUnavailable("http.unavailable", () -> stranger.post("/api/v1/password-resets", reset));

        lines.redis().mend();

        await().atMost(PATIENCE)
                .untilAsserted(() -> stranger.post("/api/v1/password-resets", reset)
                        .expectStatus()
                        .isNoContent());
        seller.get("/api/v1/my/listings").expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @EnumSource
    void theHealthPageSaysSoAndTheReplicaStaysReady(Trouble trouble) {
        trouble.begin(lines.redis());

        assertThat(new Parts(parts).of("redis")).isEqualTo(Status.DOWN);
        Outage.inTime(() -> stranger.get("/actuator/health")).expectStatus().isEqualTo(503);
        opens(() -> stranger.get("/actuator/health/readiness"));
    }

    private static String codeSentTo(Visitor person) {
        return OutsideWorld.messagesTo(person.contact())
                .getLast()
                .at("/parameters/code")
                .asString();
    }
}
