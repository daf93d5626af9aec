package io.xunshi.infra.launcher.run;

import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.state.ProcessIdentity;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform that another process started on a state folder; only processes that it started are ever ended. */
public final class RunningPlatform {

    /** The supervisor stops the programs first and then the servers, each with its own grace. */
    private static final Duration SUPERVISOR_LIMIT = Duration.ofSeconds(75);

    /** Servers whose supervisor was killed stop by themselves. */
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(35);

    private final StateFolder state;
    private final Console console;

    public RunningPlatform(StateFolder state, Console console) {
        this.state = state;
        this.console = console;
    }

    /** What runs, or empty if the supervisor has ended. */
    public Optional<RunRecord> find() {
        return state.runRecord().filter(run -> run.supervisor().isRunning());
    }

    /**
     * Stops the platform and returns when none of its processes is left.
     *
     * @return whether something ran
     * @throws LauncherFailure if it belongs to another user
     */
    public boolean stop() {
        Optional<RunRecord> run = state.runRecord();
        run.ifPresent(found -> {
            end(found.supervisor(), SUPERVISOR_LIMIT);
            stopLeftovers();
        });
        return run.isPresent();
    }

    /** Ends what a killed supervisor left running. */
    public void stopLeftovers() {
        Optional<RunRecord> run = state.runRecord();
        List<ProcessIdentity> left = run.stream()
                .flatMap(found -> found.parts().stream())
                .flatMap(part -> Optional.ofNullable(part.process()).stream())
                .filter(ProcessIdentity::isRunning)
                .toList();
        if (!left.isEmpty()) {
            console.line("Stopping what the last run left");
            left.reversed().forEach(process -> end(process, LEFTOVER_LIMIT));
        }
        run.ifPresent(_ -> state.deleteRunRecord());
    }

    private static void end(ProcessIdentity identity, Duration limit) {
        Optional<ProcessHandle> running = identity.process();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle process = running.get();
        if (!process.destroy() && process.isAlive()) {
            throw new LauncherFailure("Process " + identity.pid() + " belongs to another user; stop it as that user");
        }
        if (!endsWithin(process, limit)) {
            process.destroyForcibly();
            endsWithin(process, limit);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
