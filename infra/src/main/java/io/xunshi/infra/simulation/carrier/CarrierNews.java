package io.xunshi.infra.simulation.carrier;

import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the platform that something happened to a parcel, again and again until it accepts, a few times at most. What a
 * restart leaves untold stays so: the platform asks by itself about what it has not heard of.
 */
final class CarrierNews implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ATTEMPTS_MAX = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;

    private final Provider provider;
    private final WebhookSignature signature;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    private volatile @Nullable URI target;

    CarrierNews(Provider provider, WebhookSignature signature, Clock clock) {
        this.provider = provider;
        this.signature = signature;
        this.clock = clock;
    }

    void setTarget(URI platform) {
        target = platform;
    }

    void tell(Parcel parcel) {
        URI to = target;
        if (to != null) {
            String body = JSON.writeValueAsString(
                    Map.of("id", UUID.randomUUID().toString(), "reference", parcel.reference()));
            threads.execute(() -> deliver(to, body));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
        threads.close();
    }

    private void deliver(URI to, String body) {
        try {
            Duration pause = FIRST_PAUSE;
            for (int attempt = 0; attempt < ATTEMPTS_MAX && !isAccepted(to, body); attempt++) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
            }
        } catch (InterruptedException _) {
            // The simulation ends.
        }
    }

    private boolean isAccepted(URI to, String body) throws InterruptedException {
        if (!provider.condition().isUp()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Carrier-Signature", signature.of(body, clock.instant()))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= OK_MIN && status <= OK_MAX;
        } catch (IOException _) {
            return false;
        }
    }
}
