package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs commands under {@code guard.sh}, which stops them when we end or close their standard input. */
public final class Guard {

    private static final String SCRIPT = script();

    private Guard() {}

    /**
     * A builder of the guarded process; its standard input must stay a pipe.
     *
     * @param line the program and its arguments
     * @param stopSignal the signal that asks the program to end, such as {@code TERM}
     * @param grace how long it may take to end before it is killed, in whole seconds
     * @param pidFile the file that holds the program's process id while it runs; null for none
     */
    public static ProcessBuilder builder(List<String> line, String stopSignal, Duration grace, @Nullable Path pidFile) {
        var guarded = new ArrayList<>(List.of("bash", "-c", SCRIPT, "guard", stopSignal));
        guarded.add(String.valueOf(grace.toSeconds()));
        guarded.add(pidFile == null ? "" : pidFile.toString());
        guarded.addAll(line);
        return new ProcessBuilder(guarded);
    }

    private static String script() {
        try (var in = Guard.class.getResourceAsStream("guard.sh")) {
            if (in == null) {
                throw new IllegalStateException("guard.sh is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
