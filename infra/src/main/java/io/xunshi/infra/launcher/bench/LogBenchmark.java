package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.server.Variables;
import java.time.Duration;
import java.util.List;

/**
 * How fast waiting records are sealed and published, and receipts with their proofs are handed out. The records are
 * copies of those in the log: the scratch platform's log is never read again.
 */
final class LogBenchmark implements Benchmark {
    private static final int RECORDS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<Figure> measure(Stage stage) {
        var database = new Database(stage.variable(Variables.POSTGRES_URL));
        var code = database.rows(
                        "select code from orders.purchase where state = 'COMPLETED' and code like 'D%' limit 1")
                .getFirst();
        var receipt = Load.get(stage.site(), "/api/v1/receipts/" + code);
        var loop = new ClosedLoop(CONNECTIONS);
        loop.run(receipt, WARM_UP);
        var lookups = loop.run(receipt, ROUND);
        return List.of(
                new Figure("sealed", sealedPerSecond(database), "records/s"),
                new Figure("receipts", lookups.perSecond(), "requests/s"),
                new Figure("receipts p50", lookups.percentileMillis(0.5), "ms"),
                new Figure("receipts p99", lookups.percentileMillis(0.99), "ms"));
    }

    private static double sealedPerSecond(Database database) {
        long before = published(database);
        long added = database.number("""
                with added as (
                    insert into trace.entry (event_id, order_id, bytes)
                    select gen_random_uuid(), order_id, bytes
                    from (select order_id, bytes from trace.entry where position is not null limit 200) known,
                         generate_series(1, %d)
                    returning 1)
                select count(*) from added
                """.formatted(RECORDS / 200));
        long begin = System.nanoTime();
        while (published(database) < before + added) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new LauncherFailure("The log does not take the records in");
            }
            Thread.onSpinWait();
        }
        return added * 1e9 / (System.nanoTime() - begin);
    }

    private static long published(Database database) {
        return database.number("select coalesce(max(size), 0) from trace.checkpoint where published_at is not null");
    }
}
