package io.xunshi.infra.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class ServersSurviveARestartIT {

    private final Path state = ProjectFolder.locate().resolve("infra/target/restart-state");
    private final Map<ServerKind, Server> servers = new EnumMap<>(ServerKind.class);

    @BeforeEach
    void start() throws IOException {
        Folders.delete(state);
        startAll();
    }

    @AfterEach
    void stop() throws IOException {
        Services.closeAll(servers.values());
        Folders.delete(state);
    }

    @Test
    void whatTheyKeptIsThereAgain() throws Exception {
        List<ProcessHandle> processes = processes();
        assertThat(processes).hasSize(ServerKind.values().length).allMatch(ProcessHandle::isAlive);
        sql("create table kept (id int)");
        try (Jedis redis = redis()) {
            redis.set("kept", "yes");
        }
        search("PUT", "/kept/_doc/1?refresh=true");
        Buckets.of(server(ServerKind.OBJECT_STORE).environment()).create("kept");

        Services.closeAll(servers.values());

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(servers.values()).noneMatch(Server::isHealthy);

        startAll();

        sql("insert into kept values (1)");
        try (Jedis redis = redis()) {
            assertThat(redis.get("kept")).isEqualTo("yes");
        }
        assertThat(search("GET", "/kept/_doc/1")).isEqualTo(200);
        assertThat(Files.isDirectory(state.resolve("data/object-store/buckets/kept")))
                .isTrue();
    }

    private void startAll() {
        var factory = new ServerFactory(
                Map.of(), state, new Credentials("xunshi", "secret"), Durability.DURABLE, _ -> Ports.free());
        Stream.of(ServerKind.values()).forEach(kind -> servers.put(kind, factory.create(kind)));
        Services.startAll(servers.values());
    }

    private List<ProcessHandle> processes() {
        return servers.values().stream()
                .map(server -> ProcessHandle.of(server.pid().orElseThrow()).orElseThrow())
                .toList();
    }

    private Server server(ServerKind kind) {
        return Objects.requireNonNull(servers.get(kind));
    }

    private void sql(String sql) throws SQLException {
        PostgresAddress address =
                PostgresAddress.parse(server(ServerKind.POSTGRES).address());
        try (var connection = PostgresDatabases.connect(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Jedis redis() {
        return new Jedis(URI.create(server(ServerKind.REDIS).address()));
    }

    private int search(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server(ServerKind.ELASTICSEARCH).address() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("PUT") ? "{}" : ""))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
