package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.build.Programs;
import io.xunshi.infra.launcher.console.Console;
import io.xunshi.infra.launcher.run.Platform;
import io.xunshi.infra.launcher.state.RunRecord;
import io.xunshi.infra.launcher.state.StateFolder;
import io.xunshi.infra.server.Durability;
import io.xunshi.infra.server.Folders;
import io.xunshi.infra.server.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Starts a platform with its sample data on a scratch folder, measures it, prints a table and writes it as JSON. */
public final class Bench {
    /** Those that leave false records behind come last. */
    private static final List<Benchmark> BENCHMARKS = List.of(
            new SearchBenchmark(),
            new LotBenchmark(),
            new ListingBenchmark(),
            new GrowthBenchmark(),
            new FeedBenchmark(),
            new PhotoBenchmark(),
            new LiveBenchmark(),
            new CounterBenchmark(),
            new FreshnessBenchmark(),
            new TradeBenchmark(),
            new BidBenchmark(),
            new CustodyBenchmark(),
            new FoldBenchmark(),
            new LogBenchmark());

    private static final String START = "start";

    private final Path project;
    private final StateFolder state;
    private final Console console;
    private final LongUnaryOperator memoryOf;

    /**
     * @param folder what is there is deleted
     * @param memoryOf the bytes that a process holds, by its id
     */
    public Bench(Path project, Path folder, Console console, LongUnaryOperator memoryOf) {
        this.project = project;
        this.state = new StateFolder(folder);
        this.console = console;
        this.memoryOf = memoryOf;
    }

    /** What there is to measure, in the order in which it is. */
    public static List<String> names() {
        return Stream.concat(BENCHMARKS.stream().map(Benchmark::name), Stream.of(START))
                .toList();
    }

    /** @param wanted names; empty for all but the long ones */
    public void run(List<String> wanted, Path json) throws IOException {
        Folders.delete(state.path());
        state.create();
        var measured = new LinkedHashMap<String, List<Figure>>();
        var start = new ArrayList<Figure>();
        int port = Ports.free();
        timed(start, "cold, with sample data", port, platform -> {
            platform.announce();
            var stage = new Stage(state, platform, new Programs(project));
            for (var benchmark : BENCHMARKS) {
                if (wanted.isEmpty() ? !benchmark.isLong() : wanted.contains(benchmark.name())) {
                    console.line("Measuring " + benchmark.name());
                    measured.put(benchmark.name(), benchmark.measure(stage));
                    print(benchmark.name(), measured.get(benchmark.name()));
                }
            }
        });
        if (wanted.isEmpty() || wanted.contains(START)) {
            timed(start, "warm", port, platform -> {
                platform.announce();
                start.addAll(memory());
            });
            measured.put(START, start);
        }
        print(START, start);
        Files.writeString(
                json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(measured) + "\n");
        console.line("Written to " + json);
    }

    private void timed(List<Figure> figures, String name, int port, Use use) throws IOException {
        long begin = System.nanoTime();
        try (var platform = new Platform(state, port, Durability.DURABLE, new Programs(project), console)) {
            platform.start();
            figures.add(new Figure(name, (System.nanoTime() - begin) / 1e9, "s"));
            use.of(platform);
        }
    }

    private List<Figure> memory() {
        return state.runRecord().map(RunRecord::parts).stream()
                .flatMap(List::stream)
                .filter(part -> part.process() != null)
                .map(part -> new Figure(
                        "memory of " + part.name(),
                        memoryOf.applyAsLong(
                                        Objects.requireNonNull(part.process()).pid())
                                / 1024.0
                                / 1024.0,
                        "MB"))
                .toList();
    }

    private void print(String benchmark, @Nullable List<Figure> figures) {
        Objects.requireNonNull(figures)
                .forEach(figure -> console.line(String.format(
                                Locale.ROOT,
                                "%-10s %-28s %12.2f %s",
                                benchmark,
                                figure.name(),
                                figure.value(),
                                figure.unit())
                        .stripTrailing()));
    }

    private interface Use {
        void of(Platform platform) throws IOException;
    }
}
