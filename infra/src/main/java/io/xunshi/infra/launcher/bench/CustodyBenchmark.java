package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.launcher.faults.Person;
import io.xunshi.infra.server.Variables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of five thousand batches and their five thousand parcels, each made of the one before, walked whole: from its
 * last parcel back and from its first one forward, by a regulator, who sees all of it. And a tenth of it.
 */
final class CustodyBenchmark implements Benchmark {
    private static final List<Integer> LENGTHS = List.of(500, 5_000);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "custody";
    }

    @Override
    public List<Figure> measure(Stage stage) {
        var database = new Database(stage.variable(Variables.POSTGRES_URL));
        var regulator = stage.demo("REGULATOR");
        var figures = new ArrayList<Figure>();
        for (var length : LENGTHS) {
            var chain = CustodyChain.in(database, length);
            figures.addAll(figures(
                    "back, " + chain.nodes() + " nodes", walked(stage, regulator, chain.last(), "BACK", length)));
            figures.addAll(figures(
                    "forward, " + chain.nodes() + " nodes",
                    walked(stage, regulator, chain.first(), "FORWARD", length)));
        }
        return figures;
    }

    private static Latencies walked(Stage stage, Person regulator, String parcel, String direction, int limit) {
        var walk = Load.get(
                stage.site(),
                "/api/v1/oversight/custody-graphs/PARCEL/%s?direction=%s&limit=%d".formatted(parcel, direction, limit),
                regulator.cookies());
        var alone = new ClosedLoop(1);
        alone.run(walk, WARM_UP);
        return alone.run(walk, ROUND);
    }

    private static List<Figure> figures(String name, Latencies walks) {
        return List.of(
                new Figure(name + " p50", walks.percentileMillis(0.5), "ms"),
                new Figure(name + " p99", walks.percentileMillis(0.99), "ms"));
    }
}
