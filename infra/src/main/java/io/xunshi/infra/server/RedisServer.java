package io.xunshi.infra.server;

import io.xunshi.infra.server.ServerProcess.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Redis 6.2 from the program inside the embedded-redis jar. */
final class RedisServer implements Server {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** Many, because each test class takes one; an unused database costs a few hundred bytes. */
    private static final int DATABASES = 1024;

    private final ServerPlace place;
    private final ServerAccount account = ServerAccount.current();
    private final ServerProcess process;

    RedisServer(ServerPlace place, Durability durability) {
        this.place = place;
        place.createFolders();
        this.process = new ServerProcess(command(durability));
    }

    @Override
    public ServerKind kind() {
        return ServerKind.REDIS;
    }

    @Override
    public void start() {
        account.own(place.data());
        process.launch();
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(Variables.REDIS_URL, address());
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
        return "redis://127.0.0.1:" + place.port();
    }

    private Command command(Durability durability) {
        Path home = unpack();
        List<String> line = List.of(
                home.resolve(programName()).toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(place.port()),
                "--databases",
                String.valueOf(DATABASES),
                "--save",
                "",
                "--appendonly",
                durability == Durability.DURABLE ? "yes" : "no",
                "--dir",
                place.data().toString());
        return new Command(
                kind().label(),
                account.wrap(line, home.resolve(programName()), place.data()),
                Map.of(),
                place.data(),
                place.log(),
                place.pidFile(),
                "TERM",
                STOP_LIMIT);
    }

    private static Path unpack() {
        Distributions distributions = Distributions.ofProject();
        Path jar = distributions.file("redis");
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return distributions.unpacked(
                name, folder -> Archives.unzipPrograms(jar, entry -> entry.equals(programName()), folder));
    }

    /** The jar's name of the program for this machine. */
    private static String programName() {
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean isArm = System.getProperty("os.arch").equals("aarch64");
        if (isMac) {
            return isArm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return isArm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }
}
