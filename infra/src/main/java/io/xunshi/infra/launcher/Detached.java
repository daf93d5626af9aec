package io.xunshi.infra.launcher;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code up} in a process of its own, which goes on when we end: it is in another process group and does not hear
 * that the terminal is closed.
 */
final class Detached {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    /** Prints the process id of the command that it leaves behind; its output goes to the file named first. */
    private static final String LEAVE_BEHIND = "set -m; nohup \"$@\" </dev/null >>\"$0\" 2>&1 & echo $!";

    private final StateFolder state;
    private final Console console;

    Detached(StateFolder state, Console console) {
        this.state = state;
        this.console = console;
    }

    /**
     * Starts the platform, shows what its launcher says, and returns when it is ready.
     *
     * @throws LauncherFailure if the launcher ends before that; it has said why
     */
    void start(int port) {
        Path log = state.log("launcher");
        try {
            Files.writeString(log, "");
            ProcessHandle supervisor = leaveBehind(log, port);
            var stopWithUs = new Thread(supervisor::destroy, "stop-unfinished");
            Runtime.getRuntime().addShutdownHook(stopWithUs);
            follow(log, supervisor);
            Runtime.getRuntime().removeShutdownHook(stopWithUs);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the launcher in the background", e);
        }
    }

    private ProcessHandle leaveBehind(Path log, int port) throws IOException {
        var line = new ArrayList<>(List.of("bash", "-c", LEAVE_BEHIND, log.toString()));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up"));
        line.addAll(List.of("--state", state.path().toString(), "--port", String.valueOf(port)));
        Process bash = new ProcessBuilder(line).start();
        try (BufferedReader reader = bash.inputReader()) {
            long pid = Long.parseLong(String.valueOf(reader.readLine()));
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new LauncherFailure("The launcher ended at once; look into " + log));
        }
    }

    private void follow(Path log, ProcessHandle supervisor) throws IOException {
        try (BufferedReader output = Files.newBufferedReader(log)) {
            boolean isOver;
            do {
                isOver = isReady(supervisor) || !supervisor.isAlive();
                output.lines().forEach(console::line);
                pause();
            } while (!isOver);
        }
        if (!supervisor.isAlive()) {
            throw new LauncherFailure("Xunshi did not start");
        }
    }

    private boolean isReady(ProcessHandle supervisor) {
        return state.runRecord()
                .filter(RunRecord::isReady)
                .filter(run -> run.supervisor().pid() == supervisor.pid())
                .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
