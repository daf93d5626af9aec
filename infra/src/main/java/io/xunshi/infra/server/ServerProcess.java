package io.xunshi.infra.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A process that runs until it is stopped, and that ends with us even if we are killed ({@link Guard}). */
public final class ServerProcess implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration KILL_TIME = Duration.ofSeconds(5);

    private final Command command;

    private @Nullable Process guard;

    public ServerProcess(Command command) {
        this.command = command;
    }

    /**
     * What to run.
     *
     * @param name the name in messages
     * @param line the program and its arguments
     * @param environment variables on top of our own
     * @param directory the working directory
     * @param log the file that its output is appended to
     * @param pidFile the file that holds its process id while it runs
     * @param stopSignal the signal that asks it to end, such as {@code TERM}
     * @param grace how long it may take to end before it is killed, in whole seconds
     */
    public record Command(
            String name,
            List<String> line,
            Map<String, String> environment,
            Path directory,
            Path log,
            Path pidFile,
            String stopSignal,
            Duration grace) {}

    /** Starts the process and returns at once. */
    public void launch() {
        var builder = Guard.builder(command.line(), command.stopSignal(), command.grace(), command.pidFile())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        try {
            Files.deleteIfExists(command.pidFile());
            guard = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.name(), e);
        }
    }

    /**
     * Waits until the process does its work.
     *
     * @param isReady asked about ten times a second
     * @throws ServerFailure if the process ends or the time is over before; the process is stopped then
     */
    public void awaitReady(BooleanSupplier isReady, Duration limit) {
        try {
            poll(isReady, limit);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public boolean isRunning() {
        return guard != null && guard.isAlive();
    }

    /** The id of the process itself, or empty while it does not run. */
    public OptionalLong pid() {
        if (!isRunning()) {
            return OptionalLong.empty();
        }
        try {
            String text = Files.readString(command.pidFile()).strip();
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /** Completes with the exit status when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        if (guard == null) {
            throw new IllegalStateException(command.name() + " was not launched");
        }
        return guard.onExit().thenApply(Process::exitValue);
    }

    /** Asks the process to end, waits, and kills it when its grace is over. */
    @Override
    public void close() {
        Process running = guard;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(command.grace().plus(KILL_TIME).toMillis(), TimeUnit.MILLISECONDS)) {
                running.descendants().forEach(ProcessHandle::destroyForcibly);
                running.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop " + command.name(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        guard = null;
    }

    private void poll(BooleanSupplier isReady, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady.getAsBoolean()) {
            if (!isRunning()) {
                throw new ServerFailure(command.name() + " ended while starting. " + LogTail.of(command.log()));
            }
            if (System.nanoTime() > end) {
                throw new ServerFailure(command.name() + " did not answer within " + limit.toSeconds() + " s. "
                        + LogTail.of(command.log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while waiting for a server", e);
        }
    }
}
