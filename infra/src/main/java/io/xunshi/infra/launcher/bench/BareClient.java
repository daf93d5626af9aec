package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.PostgresDatabases;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One client of PostgreSQL with prepared statements and nothing around them: what the platform is compared with. Tables
 * whose rows the platform would act on are copied into a schema of the benchmarks first.
 */
final class BareClient implements AutoCloseable {
    /** As long as that of a usual event. */
    static final String PAYLOAD = "{\"note\":\"%s\"}".formatted("x".repeat(300));

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private BareClient(Connection connection) {
        this.connection = connection;
    }

    static BareClient of(String address) throws SQLException {
        var connection = PostgresDatabases.connect(PostgresAddress.parse(address));
        connection.setAutoCommit(false);
        return new BareClient(connection);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** A table of the same name in the schema {@code bench}, empty and with the same indices. */
    void copyTable(String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            var copy = "bench" + table.substring(table.indexOf('.'));
            statement.execute("create table if not exists %s (like %s including all)".formatted(copy, table));
            statement.execute("truncate " + copy);
        }
        commit();
    }

    void run(String sql, Object... parameters) throws SQLException {
        statement(sql, parameters).execute();
    }

    /** As far as the first row. */
    void read(String sql, Object... parameters) throws SQLException {
        try (var rows = statement(sql, parameters).executeQuery()) {
            rows.next();
        }
    }

    /** To the last row. */
    void readAll(String sql, Object... parameters) throws SQLException {
        try (var rows = statement(sql, parameters).executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    /** What the first column says, in the order of the rows. */
    List<UUID> ids(String sql, Object... parameters) throws SQLException {
        try (var rows = statement(sql, parameters).executeQuery()) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    Array texts(String... texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    /** An event with a delivery to each of its handlers; the platform's own processes must not take them. */
    UUID publish(UUID about, int handlers) throws SQLException {
        var event = UUID.randomUUID();
        run("""
                with event as (
                    insert into events.outbox (event_id, type, aggregate_id, payload, occurred_at)
                    values (?, 'bench', ?, ?::jsonb, now()) returning event_id)
                insert into events.delivery (event_id, handler, next_attempt_at)
                select event.event_id, 'bench' || number, now() + interval '1 day'
                from event, generate_series(1, ?) as number
                """, event, about, PAYLOAD, handlers);
        return event;
    }

    /** So many of the event's deliveries are claimed, made and removed, in one transaction. */
    void commitMade(UUID event, int deliveries) throws SQLException {
        run("""
                update events.delivery set attempts = delivery.attempts + 1
                from (
                    select delivery_id from events.delivery where event_id = ? order by delivery_id limit ?
                    for update skip locked) due, events.outbox
                where delivery.delivery_id = due.delivery_id and outbox.event_id = delivery.event_id
                """, event, deliveries);
        run("""
                delete from events.delivery
                where delivery_id in (
                    select delivery_id from events.delivery where event_id = ? order by delivery_id limit ?)
                """, event, deliveries);
        commit();
    }

    PreparedStatement statement(String sql, Object... parameters) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
