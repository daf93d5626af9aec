package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a platform with troubles does in the end. */
public final class Patience {

    /** Restarts on a busy machine, and the time after which the platform asks the payment provider by itself. */
    private static final Duration LIMIT = Duration.ofMinutes(6);

    private static final Duration PAUSE = Duration.ofMillis(300);

    private Patience() {}

    /**
     * Tries until there is a result.
     *
     * @throws LauncherFailure if there is none within six minutes
     */
    static <T> T until(String what, Supplier<Optional<T>> attempt) {
        return until(what, PAUSE, attempt);
    }

    static <T> T until(String what, Duration pause, Supplier<Optional<T>> attempt) {
        return within(LIMIT, pause, attempt)
                .orElseThrow(
                        () -> new LauncherFailure("After " + LIMIT.toMinutes() + " minutes there is not yet " + what));
    }

    /** Waits until it is so, but no longer than the limit. */
    public static void within(Duration limit, BooleanSupplier isSo) {
        within(limit, PAUSE, () -> Optional.of(true).filter(_ -> isSo.getAsBoolean()));
    }

    private static <T> Optional<T> within(Duration limit, Duration pause, Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        Optional<T> result = attempt.get();
        while (result.isEmpty() && System.nanoTime() < end) {
            sleep(pause);
            result = attempt.get();
        }
        return result;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting");
        }
    }
}
