package io.xunshi.infra.launcher.run;

import io.xunshi.infra.server.HttpProbe;
import io.xunshi.infra.server.ServerPlace;
import io.xunshi.infra.server.ServerProcess;
import io.xunshi.infra.server.Service;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/** One of our own programs, running as a server in a process of its own. */
final class Application implements Service {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final int OK = 200;

    private final String name;
    private final URI address;
    private final String healthPath;
    private final ServerProcess process;

    private volatile boolean isWanted;

    /** @param healthPath where it answers with 200 when it can work */
    Application(String name, JavaProgram program, ServerPlace place, String healthPath) {
        this.name = name;
        this.address = URI.create("http://127.0.0.1:" + place.port());
        this.healthPath = healthPath;
        this.process = new ServerProcess(program.command(name, place.log(), place.pidFile()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public void start() {
        isWanted = true;
        process.launch();
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public OptionalLong pid() {
        return process.pid();
    }

    /** Whether it was started and not yet asked to stop; if it does not run then, it ended by itself. */
    boolean isWanted() {
        return isWanted;
    }

    /** Waits until the program has ended, and returns its exit status. */
    int awaitEnd() {
        return process.onExit().join();
    }

    @Override
    public void close() {
        isWanted = false;
        process.close();
    }

    private boolean isHealthy() {
        return HttpProbe.status(address.resolve(healthPath)).orElse(0) == OK;
    }
}
