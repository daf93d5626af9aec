package io.xunshi.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.launcher.state.ProcessIdentity;
import io.xunshi.infra.launcher.state.RunRecord.Part;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Ports;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One state folder and the commands of a person who works on it. */
final class LauncherFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FakeProject project;
    private final StateFolder state;
    private final int port = Ports.free();
    private final Map<String, String> environment;

    LauncherFixture(TestServers servers, Path folder) throws IOException {
        this.project = FakeProject.in(folder);
        this.state = new StateFolder(folder.resolve("state"));
        this.environment = new TreeMap<>(servers.environment());
        environment.remove(Variables.PUBLIC_URL);
    }

    /** Sets an environment variable of the commands that follow. */
    void configure(String variable, String value) {
        environment.put(variable, value);
    }

    StateFolder state() {
        return state;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Starts the launcher in the foreground. */
    RunningLauncher up() throws IOException {
        return xunshi("up", "--state", state.path().toString(), "--port", String.valueOf(port));
    }

    /** Runs {@code up --detach} and returns what it said. */
    String upDetached() throws IOException, InterruptedException {
        return xunshi("up", "--detach", "--state", state.path().toString(), "--port", String.valueOf(port))
                .awaitEnd();
    }

    /** Runs a command on the state folder and returns what it said. */
    String say(String command) throws IOException, InterruptedException {
        return xunshi(command, "--state", state.path().toString()).awaitEnd();
    }

    RunningLauncher xunshi(String... arguments) throws IOException {
        return RunningLauncher.start(project, environment, arguments);
    }

    /** The processes that the launcher started on the state folder. */
    List<ProcessHandle> processes() {
        return parts().flatMap(part -> Optional.ofNullable(part.process()).stream())
                .flatMap(process -> process.process().stream())
                .toList();
    }

    long pidOf(String part) {
        return parts().filter(found -> found.name().equals(part))
                .flatMap(found -> Optional.ofNullable(found.process()).stream())
                .mapToLong(ProcessIdentity::pid)
                .findFirst()
                .orElseThrow();
    }

    void removeProject() throws IOException {
        project.remove();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private Stream<Part> parts() {
        return state.runRecord().orElseThrow().parts().stream();
    }
}
