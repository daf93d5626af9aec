package io.xunshi.infra.junit;

import io.xunshi.infra.server.Buckets;
import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.PostgresDatabases;
import io.xunshi.infra.server.RedisDatabases;
import io.xunshi.infra.server.SearchIndices;
import io.xunshi.infra.server.Server;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.infra.server.Variables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What one test class, or a few that share it, was given on each server: a database, a bucket and so on. */
final class TestScope implements AutoCloseable {

    /** Leaves room for the random part below S3's 63 characters for a bucket. */
    private static final int NAME_LENGTH_MAX = 40;

    private final String name;
    private final Map<ServerKind, Map<String, String>> environments = new EnumMap<>(ServerKind.class);
    private final Deque<Runnable> removals = new ArrayDeque<>();

    private TestScope(String name) {
        this.name = name;
    }

    /** A scope whose name says which test it belongs to and is unlike that of every other run on the same servers. */
    static TestScope named(String test) {
        String letters = test.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return new TestScope(letters.substring(0, Math.min(letters.length(), NAME_LENGTH_MAX)) + "-" + random);
    }

    /** The variables by which a client finds its part of the server; the part is made by the first call. */
    Map<String, String> on(Server server) {
        return environments.computeIfAbsent(server.kind(), _ -> enter(server));
    }

    /** Removes what was made on servers that go on running. */
    @Override
    public void close() {
        while (!removals.isEmpty()) {
            removals.pop().run();
        }
    }

    private Map<String, String> enter(Server server) {
        var environment = new HashMap<>(server.environment());
        switch (server.kind()) {
            case POSTGRES -> environment.put(Variables.POSTGRES_URL, database(server));
            case REDIS ->
                environment.compute(
                        Variables.REDIS_URL, (_, url) -> RedisDatabases.at(url).take());
            case ELASTICSEARCH -> environment.put(Variables.SEARCH_INDEX_PREFIX, indexPrefix(server));
            case OBJECT_STORE -> environment.put(Variables.S3_BUCKET, bucket(server));
        }
        return Map.copyOf(environment);
    }

    private String database(Server server) {
        PostgresDatabases databases = PostgresDatabases.at(PostgresAddress.parse(server.address()));
        removeLater(server, () -> databases.drop(name));
        return databases.create(name).url();
    }

    private String indexPrefix(Server server) {
        SearchIndices indices = SearchIndices.at(server.address());
        removeLater(server, () -> indices.delete(name));
        return name;
    }

    private String bucket(Server server) {
        Buckets buckets = Buckets.of(server.environment());
        buckets.create(name);
        removeLater(server, () -> buckets.remove(name));
        return name;
    }

    private void removeLater(Server server, Runnable removal) {
        if (!server.isOurs()) {
            removals.push(removal);
        }
    }
}
