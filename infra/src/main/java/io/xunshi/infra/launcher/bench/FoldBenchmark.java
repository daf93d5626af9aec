package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.run.BulkFold;
import io.xunshi.transparency.fold.PartialFold;
import io.xunshi.transparency.verify.EntryRange;
import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.VerificationFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The fold of a log from its tiles on one processor, against reading and hashing the same tiles alone; and the program
 * that folds in bulk, on all of them, from its start to its end. With a million records, and with ten.
 */
final class FoldBenchmark implements Benchmark {
    private static final List<Long> SIZES = List.of(1_000_000L, 10_000_000L);

    /** Of the log, on one processor; the rest is like them. */
    private static final int RANGES = 12;

    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "fold";
    }

    /** Ten million records are written first. */
    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var figures = new ArrayList<Figure>();
        for (var size : SIZES) {
            var folder = GeneratedLog.of(stage.state().path(), size);
            figures.addAll(onOneProcessor(folder, size));
            figures.addAll(inBulk(stage, folder, size));
        }
        return figures;
    }

    /**
     * In turns, and the quickest of each, in time of the processor: what else the machine does counts as little as it
     * can.
     */
    private static List<Figure> onOneProcessor(Path folder, long size) throws IOException {
        var ranges = EntryRange.allOf(size).stream().limit(RANGES).toList();
        double entries = ranges.stream().mapToLong(EntryRange::entries).sum();
        double hashing = Double.MAX_VALUE;
        double folding = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            hashing = Math.min(hashing, seconds(folder, ranges, (index, entry) -> {}));
            folding = Math.min(folding, seconds(folder, ranges, new PartialFold()::add));
        }
        var unit = "records/s";
        return List.of(
                new Figure("folded ÷ only hashed, " + named(size), folding / hashing, ""),
                new Figure("folded, " + named(size), entries / folding, unit),
                new Figure("only hashed, " + named(size), entries / hashing, unit));
    }

    private static double seconds(Path folder, List<EntryRange> ranges, EntryRange.EntryConsumer consumer)
            throws IOException {
        var source = LogSource.of(folder.toString());
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        try {
            for (var range : ranges) {
                range.read(source, consumer);
            }
        } catch (VerificationFailure failure) {
            throw new LauncherFailure("The generated log is not sound: " + failure.getMessage());
        }
        return (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static List<Figure> inBulk(Stage stage, Path folder, long size) throws IOException {
        var log = stage.state().log("bulk-fold");
        long begin = System.nanoTime();
        int status = new BulkFold(stage.programs(), stage.state().programs()).runInto(log, List.of(folder.toString()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (status != 0) {
            throw new LauncherFailure("The fold is not equal: " + Files.readString(log));
        }
        return List.of(
                new Figure("bulk, " + named(size), size / seconds, "records/s"),
                new Figure("bulk, whole program, " + named(size), seconds, "s"));
    }

    private static String named(long size) {
        return String.format(Locale.ROOT, "%,d", size);
    }
}
