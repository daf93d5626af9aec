package io.xunshi.infra.server;

import io.xunshi.infra.server.ServerProcess.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One node of Elasticsearch 9 with our analysis plugin, from the distribution that Elastic publishes for tests. */
final class ElasticsearchServer implements Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ServerPlace place;
    private final String indexPrefix;
    private final Durability durability;
    private final ServerAccount account = ServerAccount.current();
    private final ServerProcess process;
    private final Path home;

    ElasticsearchServer(ServerPlace place, String indexPrefix, Durability durability) {
        this.place = place;
        this.indexPrefix = indexPrefix;
        this.durability = durability;
        place.createFolders();
        this.home = ElasticsearchHome.unpack();
        this.process = new ServerProcess(command());
    }

    @Override
    public ServerKind kind() {
        return ServerKind.ELASTICSEARCH;
    }

    @Override
    public void start() {
        try {
            configure();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write Elasticsearch's settings in " + place.data(), e);
        }
        account.own(place.data());
        process.launch();
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(Variables.ELASTICSEARCH_URL, address(), Variables.SEARCH_INDEX_PREFIX, indexPrefix);
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public OptionalLong pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + place.port();
    }

    private Path config() {
        return place.data().resolve("config");
    }

    private void configure() throws IOException {
        Folders.delete(config());
        Files.createDirectories(config().resolve("jvm.options.d"));
        Files.createDirectories(place.data().resolve("temporary"));
        Files.copy(home.resolve("config/jvm.options"), config().resolve("jvm.options"));
        Files.writeString(config().resolve("jvm.options.d/size.options"), """
                -Xms512m
                -Xmx512m
                """);
        if (durability == Durability.THROWAWAY) {
            Files.writeString(config().resolve("jvm.options.d/compiler.options"), JvmOptions.QUICK_COMPILER + "\n");
        }
        Files.writeString(config().resolve("log4j2.properties"), """
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n%throwable
                rootLogger.level = info
                rootLogger.appenderRef.console.ref = console
                """);
        Files.writeString(config().resolve("elasticsearch.yml"), settings());
    }

    /** The disk threshold is off: a nearly full disk shall not make a small local index read-only. */
    private String settings() {
        return """
                cluster.name: xunshi
                node.name: xunshi
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: 0
                path.data: %s
                path.logs: %s
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                place.port(), place.data().resolve("indices"), place.data().resolve("temporary"));
    }

    private Command command() {
        Path java = Path.of(System.getProperty("java.home"));
        Path program = home.resolve("bin/elasticsearch");
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", java.toString(),
                "ES_PATH_CONF", config().toString(),
                "ES_TMPDIR", place.data().resolve("temporary").toString());
        return new Command(
                kind().label(),
                account.wrap(List.of(program.toString()), java.resolve("bin/java"), program, place.data()),
                environment,
                place.data(),
                place.log(),
                place.pidFile(),
                "TERM",
                STOP_LIMIT);
    }
}
