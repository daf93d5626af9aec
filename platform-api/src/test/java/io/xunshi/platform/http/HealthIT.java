package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is told about the parts that the platform leans on. */
@PlatformTest
@Isolated("it takes the providers down, which all tests share")
class HealthIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Map<String, ReactiveHealthIndicator> parts;

    @ParameterizedTest
    @CsvSource({"paymentProvider, payment", "carrier, carrier"})
    void aProviderThatIsDownIsSaidToBeDownUntilItIsBack(String part, String provider) {
        assertThat(statusOf(part)).isEqualTo(Status.UP);

        OutsideWorld.simulation().condition(provider, false, Duration.ZERO);
        assertThat(statusOf(part)).isEqualTo(Status.DOWN);

        OutsideWorld.simulation().recover();
        assertThat(statusOf(part)).isEqualTo(Status.UP);
    }

    @Test
    void theObjectStoreAndTheDeliveriesAreWatched() {
        assertThat(statusOf("objectStore")).isEqualTo(Status.UP);
        assertThat(statusOf("outboxHealthIndicator")).isEqualTo(Status.UP);
    }

    @Test
    void aReplicaServesWithoutSearch() {
        new Visitor(port).get("/actuator/health/readiness").expectStatus().isOk();
    }

    @Test
    void strangersLearnNothingOfTheParts() {
        new Visitor(port)
                .get("/actuator/health")
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist();
    }

    private Status statusOf(String part) {
        var health = Objects.requireNonNull(parts.get(part), part).health().block();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }
}
