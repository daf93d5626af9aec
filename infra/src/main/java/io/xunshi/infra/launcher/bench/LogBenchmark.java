package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.server.Variables;
import io.xunshi.transparency.verify.LogSource;
import io.xunshi.transparency.verify.LogVerification;
import io.xunshi.transparency.verify.VerificationFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How fast waiting records are sealed and published; how long a record waits for its checkpoint when more than three
 * thousand come every second; how fast receipts with their proofs are handed out then and otherwise; what a record
 * costs in memory; and how long a stranger takes to check a million. The records are copies of those in the log: the
 * scratch platform's log is never read again.
 */
final class LogBenchmark implements Benchmark {
    private static final int RECORDS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int RECORDS_PER_SECOND = 3_100;
    private static final Duration STEADY = Duration.ofSeconds(60);

    /** Of somebody who looks at a receipt, and not of a storm. */
    private static final int READERS = 1;

    private static final long VERIFIED = 1_000_000;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var database = new Database(stage.variable(Variables.POSTGRES_URL));
        var code = database.rows(
                        "select code from orders.purchase where state = 'COMPLETED' and code like 'D%' limit 1")
                .getFirst();
        var receipt = Load.get(stage.site(), "/api/v1/receipts/" + code);
        var loop = new ClosedLoop(CONNECTIONS);
        loop.run(receipt, WARM_UP);
        var lookups = loop.run(receipt, ROUND);
        var alone = new ClosedLoop(READERS).run(receipt, ROUND);
        var figures = new ArrayList<Figure>(List.of(
                new Figure("sealed", sealedPerSecond(database), "records/s"),
                new Figure("receipts", lookups.perSecond(), "requests/s"),
                new Figure("receipts p50", lookups.percentileMillis(0.5), "ms"),
                new Figure("receipts p99", lookups.percentileMillis(0.99), "ms"),
                new Figure("one receipt at a time p99", alone.percentileMillis(0.99), "ms")));
        figures.addAll(steady(stage, receipt));
        figures.add(new Figure("1,000,000 records verified", verified(stage), "s"));
        return figures;
    }

    private static List<Figure> steady(Stage stage, Load receipt) throws IOException {
        long heapBefore = Heap.usedAfterCollection(stage);
        try (var records = SteadyRecords.on(stage.variable(Variables.POSTGRES_URL), RECORDS_PER_SECOND)) {
            var receipts = new FutureTask<>(() -> new ClosedLoop(READERS).run(receipt, STEADY));
            Thread.ofPlatform().start(receipts);
            var published = records.run(STEADY);
            var receiptsMeanwhile = receipts.get();
            long heapAfter = Heap.usedAfterCollection(stage);
            return List.of(
                    new Figure("steady", published.perSecond(), "records/s"),
                    new Figure("commit to checkpoint p50", published.percentileMillis(0.5), "ms"),
                    new Figure("commit to checkpoint p99", published.percentileMillis(0.99), "ms"),
                    new Figure("receipt meanwhile p99", receiptsMeanwhile.percentileMillis(0.99), "ms"),
                    new Figure(
                            "memory of a record",
                            (heapAfter - heapBefore) / (double) (RECORDS_PER_SECOND * STEADY.toSeconds()),
                            "bytes"));
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while measuring");
        }
    }

    private static double verified(Stage stage) throws IOException {
        var source =
                LogSource.of(GeneratedLog.of(stage.state().path(), VERIFIED).toString());
        long begin = System.nanoTime();
        try {
            new LogVerification(source).verify();
        } catch (VerificationFailure failure) {
            throw new LauncherFailure("The generated log is not sound: " + failure.getMessage());
        }
        return (System.nanoTime() - begin) / 1e9;
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
