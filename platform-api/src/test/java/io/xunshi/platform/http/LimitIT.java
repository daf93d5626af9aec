package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.http.domain.Grant;
import io.xunshi.platform.http.domain.Quota;
import io.xunshi.platform.http.storage.LimitRepository;
import io.xunshi.platform.http.usecase.LimitSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Who asks too often is told to wait, and nobody else is. */
@PlatformTest
@TestPropertySource(
        properties = {
            "xunshi.limits.factor=1",
            "xunshi.limits.trusted-proxies=1",
            "xunshi.limits.quotas.search.permits=3",
            "xunshi.limits.quotas.search.per=1h",
            "xunshi.limits.quotas.prices.permits=3",
            "xunshi.limits.quotas.prices.per=1h",
            "xunshi.limits.quotas.photos.permits=3",
            "xunshi.limits.quotas.photos.per=1h"
        })
class LimitIT {
    private static final Quota THREE_AN_HOUR = new Quota(3, Duration.ofHours(1));

    @LocalServerPort
    private int port;

    @Autowired
    private LimitRepository limits;

    @Autowired
    private LimitSettings settings;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyLimitedHandlerHasItsQuota() {
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(handler -> handler.hasMethodAnnotation(Limited.class))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(settings.quotas())
                        .containsKey(Objects.requireNonNull(handler.getMethodAnnotation(Limited.class))
                                .value()));
    }

    @Test
    void anAddressThatSearchesTooOftenHasToWaitAndTheOthersHaveNot() {
        for (int i = 0; i < THREE_AN_HOUR.permits(); i++) {
            search("198.51.100.1").expectStatus().isOk();
        }

        search("198.51.100.1")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1_100L, 1_200L))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("http.too-many-requests");
        search("198.51.100.2").expectStatus().isOk();
    }

    @Test
    void tablesOfPricesShareOneQuota() {
        for (var path : List.of("prices", "prices/table.csv", "prices/sdmx.csv")) {
            get("198.51.100.6", "/api/v1/statistics/" + path).expectStatus().isOk();
        }

        get("198.51.100.6", "/api/v1/statistics/prices").expectStatus().isEqualTo(429);
    }

    @Test
    void anAddressThatTheCallerInventsChangesNothing() {
        for (int i = 0; i < THREE_AN_HOUR.permits(); i++) {
            search("203.0.113." + i + ", 198.51.100.3").expectStatus().isOk();
        }

        search("203.0.113.9, 198.51.100.3").expectStatus().isEqualTo(429);
    }

    @Test
    void whatAnotherReplicaLetThroughIsCounted() {
        for (int i = 0; i < THREE_AN_HOUR.permits(); i++) {
            assertThat(limits.take("search", "198.51.100.4", THREE_AN_HOUR, 1).block())
                    .isEqualTo(new Grant(1, Duration.ZERO));
        }

        search("198.51.100.4").expectStatus().isEqualTo(429);
    }

    @Test
    void ofWhatIsWantedAtOnceThereIsOnlyWhatIsLeft() {
        assertThat(limits.take("search", "198.51.100.5", THREE_AN_HOUR, 2).block())
                .isEqualTo(new Grant(2, Duration.ZERO));
        assertThat(limits.take("search", "198.51.100.5", THREE_AN_HOUR, 2).block())
                .isEqualTo(new Grant(1, Duration.ZERO));

        var none = Objects.requireNonNull(
                limits.take("search", "198.51.100.5", THREE_AN_HOUR, 2).block());
        assertThat(none.permits()).isZero();
        assertThat(none.retryAfter()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void whereAnAccountIsNeededTheAccountIsLimitedNotItsAddress() {
        var seller = new Visitor(port).signUp("卖家");
        for (int i = 0; i < THREE_AN_HOUR.permits(); i++) {
            announcePhoto(seller).expectStatus().isCreated();
        }

        announcePhoto(seller).expectStatus().isEqualTo(429);
        announcePhoto(new Visitor(port).signUp("另一卖家")).expectStatus().isCreated();
    }

    private ResponseSpec search(String forwardedFor) {
        return get(forwardedFor, "/api/v1/search/listings");
    }

    private ResponseSpec get(String forwardedFor, String path) {
        return new Visitor(port)
                .request(HttpMethod.GET, path)
                .header("X-Forwarded-For", forwardedFor)
                .exchange();
    }

    private static ResponseSpec announcePhoto(Visitor visitor) {
        return visitor.post("/api/v1/photos", Map.of("contentType", "image/jpeg", "sizeBytes", 1_000));
    }
}
