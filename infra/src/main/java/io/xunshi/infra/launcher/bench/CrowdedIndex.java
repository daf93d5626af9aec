package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for an index and holds many more than there are: copies under new ids and with titles of two halves.
 * Closing it puts the index back that was there before.
 */
final class CrowdedIndex implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int WRITERS = 3;
    private static final int SAMPLES = 1_500;
    private static final long SEED = 20261127;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI engine;
    private final String alias;
    private final String original;
    private final String crowded;
    private final List<ObjectNode> samples;
    private int copies;

    /** @param alias the name by which platform-api asks */
    CrowdedIndex(URI engine, String alias) throws IOException {
        this.engine = engine;
        this.alias = alias;
        original = ask("GET", "/_alias/" + alias, "").propertyNames().stream()
                .findFirst()
                .orElseThrow();
        crowded = original + "-crowded";
        samples = ask("GET", "/" + original + "/_search?size=" + SAMPLES, "")
                .at("/hits/hits")
                .valueStream()
                .map(hit -> (ObjectNode) hit.at("/_source"))
                .toList();
        copyOriginal();
    }

    /** Adds copies until there are so many, and lets searches see them. */
    void growTo(int count) throws IOException {
        var batches = new ArrayList<Future<?>>();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (; copies < count; copies += BATCH) {
                var random = new Random(SEED + copies);
                batches.add(writers.submit(() -> {
                    write(random);
                    return null;
                }));
            }
        }
        for (var batch : batches) {
            check(batch);
        }
        ask("POST", "/" + crowded + "/_refresh", "");
        ask("POST", "/" + crowded + "/_forcemerge?max_num_segments=5", "");
        moveAlias(original, crowded);
    }

    @Override
    public void close() throws IOException {
        moveAlias(crowded, original);
        ask("DELETE", "/" + crowded, "");
        client.close();
    }

    /** A clone has the mapping of its original, which must not change meanwhile. */
    private void copyOriginal() throws IOException {
        setWritable(false);
        ask("POST", "/" + original + "/_clone/" + crowded, """
                {"settings": {
                    "index.blocks.write": null,
                    "index.refresh_interval": "-1",
                    "index.translog.durability": "async"}}
                """);
        setWritable(true);
        ask("GET", "/_cluster/health/" + crowded + "?wait_for_status=yellow", "");
    }

    private void setWritable(boolean isWritable) throws IOException {
        ask("PUT", "/" + original + "/_settings", "{\"index.blocks.write\": " + (isWritable ? "null" : "true") + "}");
    }

    private void moveAlias(String from, String to) throws IOException {
        ask("POST", "/_aliases", """
                {"actions": [
                    {"remove": {"index": "%s", "alias": "%s", "must_exist": false}},
                    {"add": {"index": "%s", "alias": "%s"}}]}
                """.formatted(from, alias, to, alias));
    }

    private void write(Random random) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            var copy = another(random);
            lines.append("{\"create\":{\"_id\":\"")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append("\"}}\n");
            lines.append(json.writeValueAsString(copy)).append('\n');
        }
        if (ask("POST", "/" + crowded + "/_bulk?filter_path=errors", lines.toString())
                .at("/errors")
                .asBoolean()) {
            throw new LauncherFailure("The engine does not take the copies");
        }
    }

    /** The facts of one under a title of two halves. */
    private ObjectNode another(Random random) {
        var copy = any(random).deepCopy();
        var title = copy.at("/title").asString();
        var other = any(random).at("/title").asString();
        return copy.put("title", title.substring(0, title.length() / 2) + other.substring(other.length() / 2));
    }

    private ObjectNode any(Random random) {
        return samples.get(random.nextInt(samples.size()));
    }

    private static void check(Future<?> batch) throws IOException {
        try {
            batch.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private JsonNode ask(String method, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(engine.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new LauncherFailure(path + " is answered with " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
