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

/** S3Proxy over a folder: the S3 wire interface with real signatures. */
final class ObjectStoreServer implements Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final ServerPlace place;
    private final Credentials credentials;
    private final String bucket;
    private final Buckets buckets;
    private final ServerAccount account = ServerAccount.current();
    private final ServerProcess process;

    ObjectStoreServer(ServerPlace place, Credentials credentials, String bucket) {
        this.place = place;
        this.credentials = credentials;
        this.bucket = bucket;
        this.buckets = Buckets.at(address(), credentials);
        place.createFolders();
        this.process = new ServerProcess(command());
    }

    @Override
    public ServerKind kind() {
        return ServerKind.OBJECT_STORE;
    }

    @Override
    public void start() {
        try {
            Files.createDirectories(place.data().resolve("buckets"));
            Files.writeString(settingsFile(), settings());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + place.data(), e);
        }
        account.own(place.data());
        process.launch();
        process.awaitReady(this::isHealthy, START_LIMIT);
        buckets.create(bucket);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                Variables.S3_ENDPOINT, address(),
                Variables.S3_ACCESS_KEY, credentials.name(),
                Variables.S3_SECRET_KEY, credentials.secret(),
                Variables.S3_BUCKET, bucket);
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

    private Path settingsFile() {
        return place.data().resolve("s3proxy.properties");
    }

    /** Browsers upload photos straight to the store, hence the CORS lines. */
    private String settings() {
        return """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.cors-allow-all=true
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        address(),
                        credentials.name(),
                        credentials.secret(),
                        place.data().resolve("buckets"));
    }

    private Command command() {
        Path jar = Distributions.ofProject().file("s3proxy");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> line = List.of(
                java.toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                JvmOptions.QUICK_COMPILER,
                "-jar",
                jar.toString(),
                "--properties",
                settingsFile().toString());
        return new Command(
                kind().label(),
                account.wrap(line, java, jar, place.data()),
                Map.of(),
                place.data(),
                place.log(),
                place.pidFile(),
                "TERM",
                STOP_LIMIT);
    }
}
