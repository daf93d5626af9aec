package io.xunshi.infra.launcher.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a process from a later one that the system gave the same id.
 *
 * @param pid the process id
 * @param startedAt when the process started
 */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** The system computes start times from the boot time, which moves a little when its clock is corrected. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** The identity of the process that has the id now, or empty if none has. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(startedAt -> new ProcessIdentity(pid, startedAt));
    }

    public static ProcessIdentity current() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The process itself, or empty if it has ended. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    public boolean isRunning() {
        return process().isPresent();
    }

    private boolean isTheSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(other -> Duration.between(startedAt, other).abs())
                .filter(difference -> difference.compareTo(CLOCK_TOLERANCE) <= 0)
                .isPresent();
    }
}
