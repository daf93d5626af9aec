package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections of which each sends its next request when the last one is answered. */
final class ClosedLoop {
    private final int connections;

    ClosedLoop(int connections) {
        this.connections = connections;
    }

    /** @throws LauncherFailure if an answer is no 200: then nothing was measured */
    Latencies run(Load load, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            var loops = new ArrayList<Future<Latencies>>();
            for (int i = 0; i < connections; i++) {
                loops.add(threads.submit(() -> loop(load, end)));
            }
            var all = new ArrayList<Latencies>();
            for (var loop : loops) {
                all.add(loop.get());
            }
            return Latencies.together(all, duration);
        } catch (ExecutionException e) {
            throw new LauncherFailure(load.server() + ": " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while measuring");
        }
    }

    private static Latencies loop(Load load, long end) throws IOException {
        var nanos = new ArrayList<Long>();
        try (var connection = new Connection(load.server())) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                connection.exchange(load);
                nanos.add(System.nanoTime() - begin);
            }
        }
        return Latencies.of(nanos, Duration.ZERO);
    }

    /**
     * How long requests took.
     *
     * @param sorted in nanoseconds
     * @param duration in which all of them were answered
     */
    record Latencies(List<Long> sorted, Duration duration) {

        static Latencies of(List<Long> nanos, Duration duration) {
            return new Latencies(nanos.stream().sorted().toList(), duration);
        }

        static Latencies together(List<Latencies> several, Duration duration) {
            return of(several.stream().flatMap(one -> one.sorted().stream()).toList(), duration);
        }

        double perSecond() {
            return sorted.size() * 1e9 / duration.toNanos();
        }

        /** @param part from 0 to 1 */
        double percentileMillis(double part) {
            return sorted.isEmpty()
                    ? Double.NaN
                    : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size())) / 1e6;
        }
    }
}
