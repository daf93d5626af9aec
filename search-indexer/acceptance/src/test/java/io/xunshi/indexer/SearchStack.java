package io.xunshi.indexer;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.IndexNames;
import io.xunshi.contracts.search.ListingDocument;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.contracts.search.OfferDocument;
import io.xunshi.contracts.search.OfferIndexed;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.contracts.search.SearchStream;
import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both ends of the indexer: what platform-api would send, and what a query would see. */
final class SearchStack implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestServers servers;
    private final RedisClient client;
    private final RedisCommands<String, String> redis;
    private final HttpClient http = HttpClient.newHttpClient();

    SearchStack(TestServers servers) {
        this.servers = servers;
        client = RedisClient.create(servers.variable(Variables.REDIS_URL));
        redis = client.connect().sync();
    }

    RedisCommands<String, String> redis() {
        return redis;
    }

    IndexNames names() {
        return names(SearchIndex.LISTINGS);
    }

    IndexNames names(SearchIndex index) {
        return new IndexNames(servers.variable(Variables.SEARCH_INDEX_PREFIX), index);
    }

    /** A running indexer; properties override those of the servers. */
    ConfigurableApplicationContext indexer(String... properties) {
        return new SpringApplicationBuilder(IndexerApplication.class)
                .properties(
                        "SERVER_PORT=0",
                        "XUNSHI_REDIS_URL=" + servers.variable(Variables.REDIS_URL),
                        "XUNSHI_ELASTICSEARCH_URL=" + servers.variable(Variables.ELASTICSEARCH_URL),
                        "XUNSHI_SEARCH_INDEX_PREFIX=" + servers.variable(Variables.SEARCH_INDEX_PREFIX),
                        "xunshi.indexer.claim-after=1s")
                .properties(properties)
                .run();
    }

    static ListingIndexed listing(UUID id, long version, String title) {
        return new ListingIndexed(
                id,
                version,
                new ListingDocument(
                        "L1",
                        title,
                        "",
                        List.of("furniture", "bookcase"),
                        List.of("书柜"),
                        "A",
                        "ZZ-EQ",
                        28_000,
                        "CNY",
                        34.7,
                        113.6,
                        Instant.parse("2026-11-23T08:00:00Z"),
                        null,
                        null,
                        null,
                        false,
                        null,
                        null));
    }

    /** A lot whose quality is said in a number and a word. */
    static OfferIndexed lot(UUID id, long version, String title) {
        return new OfferIndexed(
                SearchIndex.LOTS,
                id,
                version,
                new OfferDocument(
                        "F1",
                        title,
                        "",
                        List.of("废铝", "Aluminium scrap"),
                        List.of("旧铝型材"),
                        List.of("NF", "NF-AL", "NF-AL-EXT-O"),
                        new OfferDocument.Facets(
                                "ZZ-GY", "AT_SELLER", "AFTER_WEIGHING", "EXCLUDES_VAT", "BALED", "NAMED", "OFFERED"),
                        "WEIGHT",
                        28_000_000,
                        new OfferDocument.Price(1_560_000, "CNY"),
                        Map.of(
                                "al_pct",
                                new OfferDocument.Quality(new BigDecimal("97.5"), new BigDecimal("97.5"), List.of()),
                                "form",
                                new OfferDocument.Quality(null, null, List.of("extrusion"))),
                        null,
                        LocalDate.parse("2026-12-01"),
                        Instant.parse("2026-11-23T08:00:00Z"),
                        new OfferDocument.Party(id.toString(), "巩义再生", "回郭镇"),
                        "工业区"));
    }

    void send(IndexMessage message) {
        send(SearchStream.typeOf(message), JSON.writeValueAsString(message));
    }

    void send(String type, String body) {
        redis().xadd(SearchStream.NAME, Map.of(SearchStream.TYPE, type, SearchStream.BODY, body));
    }

    /** Waits until every message was dealt with. */
    void awaitIdle() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> redis().xlen(SearchStream.NAME) == 0);
    }

    /** The stored document, read past the refresh; <code>found</code> is false where there is none. */
    JsonNode stored(UUID id) {
        return ask("GET", "/%s/_doc/%s".formatted(names().readAlias(), id), "");
    }

    boolean isFound(UUID id) {
        var hits = ask("GET", "/%s/_count?q=id:%s".formatted(names().readAlias(), id), "");
        return hits.path("count").asInt() == 1;
    }

    JsonNode ask(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(servers.variable(Variables.ELASTICSEARCH_URL))
                        .resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        client.shutdown();
    }
}
