package io.xunshi.infra.server;

import io.xunshi.infra.server.ServerProcess.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** PostgreSQL 18 from the binaries that zonky.io publishes. */
final class PostgresServer implements Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ServerPlace place;
    private final Durability durability;
    private final PostgresAddress address;
    private final ServerAccount account = ServerAccount.current();

    private final ServerProcess process;
    private final Path home;

    PostgresServer(ServerPlace place, Credentials credentials, String database, Durability durability) {
        this.place = place;
        this.durability = durability;
        this.address = new PostgresAddress("127.0.0.1", place.port(), credentials, database);
        place.createFolders();
        this.home = unpack();
        this.process = new ServerProcess(command());
    }

    @Override
    public ServerKind kind() {
        return ServerKind.POSTGRES;
    }

    @Override
    public void start() {
        if (!Files.isDirectory(cluster())) {
            initialise();
        }
        process.launch();
        process.awaitReady(() -> HealthChecks.answers(address.withDatabase("postgres")), START_LIMIT);
        if (!isHealthy()) {
            PostgresDatabases.at(address).create(address.database());
        }
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(Variables.POSTGRES_URL, address.url());
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

    private Path cluster() {
        return place.data().resolve("cluster");
    }

    private static Path unpack() {
        Distributions distributions = Distributions.ofProject();
        Path jar = distributions.file("postgres");
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return distributions.unpacked(name, folder -> Archives.untarInsideJar(jar, folder));
    }

    /** Builds the cluster in a folder of its own first, so that an interrupted attempt is never taken for a cluster. */
    private void initialise() {
        Path unfinished = place.data().resolve("cluster.unfinished");
        Path password = place.data().resolve("password");
        try {
            Folders.delete(unfinished);
            Files.createDirectory(unfinished);
            Files.writeString(password, address.credentials().secret());
            account.own(place.data());
            runInitdb(unfinished, password);
            Files.delete(password);
            Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the database cluster in " + place.data(), e);
        }
    }

    private void runInitdb(Path cluster, Path password) throws IOException {
        List<String> line = asAccount(List.of(
                program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + address.credentials().name(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync"));
        Process initdb = new ProcessBuilder(line)
                .directory(place.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new ServerFailure("PostgreSQL's initdb failed. " + LogTail.of(place.log()));
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while creating the database cluster", e);
        }
    }

    private Command command() {
        var line = new ArrayList<>(List.of(program("postgres"), "-D", cluster().toString()));
        settings().forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        return new Command(
                kind().label(),
                asAccount(line),
                Map.of(),
                place.data(),
                place.log(),
                place.pidFile(),
                "INT", // "fast shutdown": does not wait for clients to leave
                STOP_LIMIT);
    }

    private Map<String, String> settings() {
        var settings = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", String.valueOf(place.port()),
                "unix_socket_directories", "",
                "max_connections", "300",
                "shared_buffers", "128MB",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        if (durability == Durability.THROWAWAY) {
            settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
        }
        return settings;
    }

    private List<String> asAccount(List<String> line) {
        return account.wrap(line, home.resolve("bin/postgres"), place.data());
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
