package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our search with a million listings in the index against the same with a hundred thousand. The listings are copies of
 * the sample data's under new ids, with other prices and words of each other's titles; only the index holds them.
 */
final class GrowthBenchmark implements Benchmark {
    private static final int SMALL = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int BATCH = 2_000;
    private static final int SAMPLES = 1_500;
    private static final int CONNECTIONS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final List<String> WORDS = List.of("书柜", "苹果手机", "自行车", "儿童推车", "冰箱", "台灯", "考研", "shouji");

    private final JsonMapper json = JsonMapper.shared();
    private final Random random = new Random(20261127);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var index = URI.create(stage.variable(Variables.ELASTICSEARCH_URL))
                .resolve("/" + stage.variable(Variables.SEARCH_INDEX_PREFIX) + "-listings/");
        try (var engine = HttpClient.newHttpClient()) {
            var samples = samples(engine, index);
            fill(engine, index, samples, SMALL);
            var small = searched(stage);
            fill(engine, index, samples, LARGE - SMALL);
            var large = searched(stage);
            return List.of(
                    new Figure("p99 ratio", large.percentileMillis(0.99) / small.percentileMillis(0.99), ""),
                    new Figure("p50 at 100,000", small.percentileMillis(0.5), "ms"),
                    new Figure("p99 at 100,000", small.percentileMillis(0.99), "ms"),
                    new Figure("p50 at 1,000,000", large.percentileMillis(0.5), "ms"),
                    new Figure("p99 at 1,000,000", large.percentileMillis(0.99), "ms"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Latencies searched(Stage stage) {
        var loop = new ClosedLoop(CONNECTIONS);
        var searches = WORDS.stream()
                .map(words -> Load.get(
                        stage.site(),
                        "/api/v1/search/listings?limit=24&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .toList();
        searches.forEach(search -> loop.run(search, WARM_UP.dividedBy(WORDS.size())));
        return Latencies.together(
                searches.stream()
                        .map(search -> loop.run(search, ROUND.dividedBy(WORDS.size())))
                        .toList(),
                ROUND);
    }

    private List<ObjectNode> samples(HttpClient engine, URI index) throws IOException, InterruptedException {
        var found = ask(engine, index.resolve("_search?size=" + SAMPLES), "{\"query\":{\"match_all\":{}}}");
        return found.at("/hits/hits")
                .valueStream()
                .map(hit -> (ObjectNode) hit.at("/_source"))
                .toList();
    }

    private void fill(HttpClient engine, URI index, List<ObjectNode> samples, int count)
            throws IOException, InterruptedException {
        for (int done = 0; done < count; done += BATCH) {
            var batch = new StringBuilder();
            for (int i = 0; i < BATCH; i++) {
                var id = UUID.randomUUID().toString();
                batch.append("{\"index\":{\"_id\":\"").append(id).append("\"}}\n");
                batch.append(json.writeValueAsString(another(samples).put("id", id)))
                        .append('\n');
            }
            if (ask(engine, index.resolve("_bulk"), batch.toString())
                    .at("/errors")
                    .asBoolean()) {
                throw new LauncherFailure("The engine does not take the copies");
            }
        }
        ask(engine, index.resolve("_refresh"), "");
        ask(engine, index.resolve("_forcemerge?max_num_segments=5"), "");
    }

    /** One listing's facts under a title of two halves. */
    private ObjectNode another(List<ObjectNode> samples) {
        var copy = any(samples).deepCopy();
        var title = copy.at("/title").asString();
        var other = any(samples).at("/title").asString();
        copy.put("title", title.substring(0, title.length() / 2) + other.substring(other.length() / 2));
        return copy;
    }

    private ObjectNode any(List<ObjectNode> samples) {
        return samples.get(random.nextInt(samples.size()));
    }

    private JsonNode ask(HttpClient engine, URI address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = engine.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new LauncherFailure(address.getPath() + " is answered with " + answer.statusCode());
        }
        return json.readTree(answer.body());
    }
}
