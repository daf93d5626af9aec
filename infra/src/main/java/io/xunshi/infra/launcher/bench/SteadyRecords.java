package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.PostgresDatabases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records that wait to be sealed, so many every second however slowly they are sealed: twenty commits a second, each
 * from when it is durable until a published checkpoint covers the last of its records. Nothing else enters the log
 * meanwhile but a record here and there, which makes a wait look longer.
 */
final class SteadyRecords implements AutoCloseable {
    private static final int COMMITS_PER_SECOND = 20;
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement published;
    private final int batch;
    private final Queue<Commit> waiting = new ArrayDeque<>();
    private final ArrayList<Long> nanos = new ArrayList<>();

    private SteadyRecords(Connection connection, int batch) throws SQLException {
        this.connection = connection;
        this.batch = batch;
        insert = connection.prepareStatement("""
                insert into trace.entry (event_id, order_id, bytes)
                select gen_random_uuid(), order_id, bytes
                from (select order_id, bytes from trace.entry where position is not null order by position limit ?) known
                """);
        published = connection.prepareStatement(
                "select coalesce(max(size), 0) from trace.checkpoint where published_at is not null");
    }

    static SteadyRecords on(String address, int perSecond) throws SQLException {
        return new SteadyRecords(
                PostgresDatabases.connect(PostgresAddress.parse(address)), perSecond / COMMITS_PER_SECOND);
    }

    /** How long each commit waited; how many records were published a second, to the last of them. */
    Published run(Duration duration) throws SQLException {
        long size = published();
        long begin = System.nanoTime();
        long commits = duration.toSeconds() * COMMITS_PER_SECOND;
        for (long commit = 0; commit < commits || !waiting.isEmpty(); ) {
            if (commit < commits
                    && System.nanoTime() - begin >= commit * TimeUnit.SECONDS.toNanos(1) / COMMITS_PER_SECOND) {
                size += insert();
                waiting.add(new Commit(System.nanoTime(), size));
                commit++;
            }
            look();
            if (System.nanoTime() - begin > duration.plus(PATIENCE).toNanos()) {
                throw new LauncherFailure("The log does not take the records in");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return new Published(Latencies.of(nanos, duration), commits * batch * 1e9 / (System.nanoTime() - begin));
    }

    private long insert() throws SQLException {
        insert.setInt(1, batch);
        return insert.executeUpdate();
    }

    private void look() throws SQLException {
        long size = published();
        while (!waiting.isEmpty() && waiting.element().size() <= size) {
            nanos.add(System.nanoTime() - waiting.remove().at());
        }
    }

    private long published() throws SQLException {
        try (var result = published.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** @param size that the log has when it is sealed */
    private record Commit(long at, long size) {}

    /** @param waits from commit to checkpoint */
    record Published(Latencies waits, double perSecond) {

        double percentileMillis(double part) {
            return waits.percentileMillis(part);
        }
    }
}
