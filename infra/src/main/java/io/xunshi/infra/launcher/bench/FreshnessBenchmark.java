package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.launcher.faults.Person;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a published listing takes until Elasticsearch finds it, at a hundred new listings a second on warm servers.
 * The clock runs from the answer to the publication, which follows its commit at once, to the end of the first look
 * that shows it; looks are so seldom that they are no load themselves.
 */
final class FreshnessBenchmark implements Benchmark {
    private static final int PER_SECOND = 100;
    private static final int LISTINGS = 1_500;
    private static final int WARM_UP_LISTINGS = 3_000;
    private static final int WARM_UP_SELLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final String NEWEST =
            "/%s-listings/_search?_source=false&size=200&sort=publishedAt:desc&track_total_hits=false";

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var seller = Person.signUp(stage.site(), messages, "13600000001", "勤快的卖家");
        var photo = Market.photo(seller);
        var newest = URI.create(stage.variable(Variables.ELASTICSEARCH_URL))
                .resolve(NEWEST.formatted(stage.variable(Variables.SEARCH_INDEX_PREFIX)));
        warmUp(seller, photo);
        Map<String, Long> published = new ConcurrentHashMap<>();
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var sellers = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < LISTINGS; i++) {
                var title = "新上架的书柜 " + i;
                var _ = clock.schedule(
                        () -> sellers.submit(() -> {
                            var id = Market.publish(seller, photo, title);
                            published.put(id, System.nanoTime());
                        }),
                        i * 1_000_000L / PER_SECOND,
                        TimeUnit.MICROSECONDS);
            }
            while (nanos.size() < LISTINGS
                    && System.nanoTime() - begin < LISTINGS * 1_000_000_000L / PER_SECOND + PATIENCE.toNanos()) {
                look(client, newest, published, nanos);
            }
            clock.shutdownNow();
        }
        var latencies = Latencies.of(List.copyOf(nanos), Duration.ZERO);
        return List.of(
                new Figure("p50", latencies.percentileMillis(0.5), "ms"),
                new Figure("p99", latencies.percentileMillis(0.99), "ms"),
                new Figure("found", nanos.size() * 1.0 / LISTINGS, "of the published"));
    }

    private static void warmUp(Person seller, String photo) {
        try (var sellers = Executors.newFixedThreadPool(WARM_UP_SELLERS)) {
            for (int i = 0; i < WARM_UP_LISTINGS; i++) {
                var title = "先上架的书柜 " + i;
                var _ = sellers.submit(() -> Market.publish(seller, photo, title));
            }
        }
    }

    private static void look(HttpClient client, URI newest, Map<String, Long> published, Queue<Long> nanos)
            throws IOException {
        try {
            var answer = client.send(HttpRequest.newBuilder(newest).build(), BodyHandlers.ofByteArray());
            long now = System.nanoTime();
            JsonMapper.shared()
                    .readTree(answer.body())
                    .at("/hits/hits")
                    .valueStream()
                    .forEach(hit -> {
                        var since = published.remove(hit.at("/_id").asString());
                        if (since != null) {
                            nanos.add(now - since);
                        }
                    });
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
