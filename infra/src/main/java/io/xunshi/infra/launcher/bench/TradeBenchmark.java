package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whole trades through our services, over HTTP, with the payment provider's page and webhooks between, against a bare
 * client that sends the statements of a trade one after another.
 */
final class TradeBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final int TRADES = 120;
    private static final int WARM_UP = 300;

    /** Enough that somebody always has something to do: each looks only every 300 ms whether the money has come. */
    private static final int TRADERS = 32;

    private static final Duration BARE_ROUND = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "trade";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var database = new Database(stage.variable(Variables.POSTGRES_URL));
        var market = new Market(stage.site(), messages);
        List<Callable<String>> trades = new ArrayList<>();
        market.open(WARM_UP + TRADES * ROUNDS, () -> {}).forEach(bargain -> trades.add(bargain::carryOut));
        inParallel(trades.subList(0, WARM_UP));
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var statements = TradeStatements.on(stage.variable(Variables.POSTGRES_URL))) {
            statements.run(BARE_ROUND);
            for (int from = WARM_UP; from < trades.size(); from += TRADES) {
                ours.add(TRADES / inParallel(trades.subList(from, from + TRADES)));
                bare.add(statements.run(BARE_ROUND));
            }
        }
        double oursPerSecond = median(ours);
        double barePerSecond = median(bare);
        return List.of(
                new Figure("ratio", oursPerSecond / barePerSecond, ""),
                new Figure("ours", oursPerSecond, "trades/s"),
                new Figure("bare", barePerSecond, "trades/s"),
                new Figure(
                        "completed",
                        database.number("select count(*) from orders.purchase where state = 'COMPLETED'"),
                        ""));
    }

    /** How many seconds they took. */
    private static double inParallel(List<Callable<String>> trades) {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(TRADERS)) {
            var orders = new ArrayList<Future<String>>();
            trades.forEach(trade -> orders.add(threads.submit(trade)));
            Market.all(orders);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
