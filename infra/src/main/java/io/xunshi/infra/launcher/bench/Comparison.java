package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our server and the bare engine in turns, so that both see the same machine. */
final class Comparison {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;

    /** Both run on the same two processors as their compilers, which need about so long to be done. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration ROUND = Duration.ofSeconds(3);

    private final ClosedLoop loop = new ClosedLoop(CONNECTIONS);

    /** Requests a second of both, their ratio, and latencies. */
    List<Figure> of(Load ours, Load bare) {
        loop.run(ours, WARM_UP);
        loop.run(bare, WARM_UP);
        var oursRounds = new ArrayList<Latencies>();
        var bareRounds = new ArrayList<Latencies>();
        for (int round = 0; round < ROUNDS; round++) {
            oursRounds.add(loop.run(ours, ROUND));
            bareRounds.add(loop.run(bare, ROUND));
        }
        double oursPerSecond = median(oursRounds);
        double barePerSecond = median(bareRounds);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("ratio", oursPerSecond / barePerSecond, ""));
        figures.addAll(figures("ours", oursPerSecond, oursRounds));
        figures.addAll(figures("bare", barePerSecond, bareRounds));
        return figures;
    }

    /** Of one server there is nothing to compare with. */
    List<Figure> alone(Load load) {
        loop.run(load, WARM_UP);
        var rounds = new ArrayList<Latencies>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(loop.run(load, ROUND));
        }
        return figures("ours", median(rounds), rounds);
    }

    static double median(List<Latencies> rounds) {
        return rounds.stream()
                .map(Latencies::perSecond)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Figure> figures(String whose, double perSecond, List<Latencies> rounds) {
        var all = Latencies.together(rounds, ROUND);
        return List.of(
                new Figure(whose, perSecond, "requests/s"),
                new Figure(whose + " p50", all.percentileMillis(0.5), "ms"),
                new Figure(whose + " p99", all.percentileMillis(0.99), "ms"));
    }
}
