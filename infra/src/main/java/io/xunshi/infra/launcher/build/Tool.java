package io.xunshi.infra.launcher.build;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.Guard;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the build that runs to its end, and is stopped with us.
 *
 * @param line the program and its arguments
 * @param directory its working directory
 * @param environment its variables on top of ours
 */
public record Tool(List<String> line, Path directory, Map<String, String> environment) {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** Runs it with our output as its output, and returns its exit status. */
    public int runVisibly() {
        return run(Redirect.INHERIT);
    }

    /** Runs it with its output in a file, and returns its exit status. */
    public int runInto(Path log) {
        return run(Redirect.to(log.toFile()));
    }

    private int run(Redirect output) {
        ProcessBuilder builder = Guard.builder(line, "TERM", STOP_LIMIT, null)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LauncherFailure("Cannot run " + line.getFirst() + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while running " + line.getFirst());
        }
    }
}
