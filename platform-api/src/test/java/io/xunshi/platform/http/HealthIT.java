package io.xunshi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is told about the parts that the platform leans on. */
@PlatformTest
class HealthIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Map<String, ReactiveHealthIndicator> parts;

    @Test
    void aPaymentProviderThatIsDownIsSaidToBeDownUntilItIsBack() throws IOException, InterruptedException {
        assertThat(statusOf("paymentProvider")).isEqualTo(Status.UP);

        paymentProvider("{\"isUp\": false, \"latencyMillis\": 0}");
        assertThat(statusOf("paymentProvider")).isEqualTo(Status.DOWN);

        paymentProvider("{\"isUp\": true, \"latencyMillis\": 0}");
        assertThat(statusOf("paymentProvider")).isEqualTo(Status.UP);
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

    private static void paymentProvider(String condition) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(OutsideWorld.url().resolve("/simulation/conditions/payment"))
                    .PUT(BodyPublishers.ofString(condition))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }
}
