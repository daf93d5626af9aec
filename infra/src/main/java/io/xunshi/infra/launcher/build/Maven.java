package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.ServerProcess;
import io.xunshi.infra.server.ServerProcess.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the project's Maven wrapper on the JDK that we run on. */
final class Maven {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** For running the platform the tests and checks of {@code ./xunshi test} are not repeated. */
    private static final List<String> QUICKLY =
            List.of("-q", "-B", "-Dmaven.test.skip", "-Dspotless.check.skip", "-Denforcer.skip", "-Djacoco.skip");

    private final Path project;

    Maven(Path project) {
        this.project = project;
    }

    /**
     * Runs Maven without tests and checks.
     *
     * @throws LauncherFailure if it fails
     */
    void run(List<String> arguments, Path log) {
        var line = new ArrayList<>(List.of(project.resolve("mvnw").toString()));
        line.addAll(QUICKLY);
        line.addAll(arguments);
        try (var maven = new ServerProcess(new Command(
                "Maven",
                line,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                project,
                log,
                log.resolveSibling("maven.pid"),
                "TERM",
                STOP_LIMIT))) {
            maven.launch();
            if (maven.onExit().join() != 0) {
                throw new LauncherFailure("The build failed; look into " + log);
            }
        }
    }
}
