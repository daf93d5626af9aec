package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.server.PostgresAddress;
import io.xunshi.infra.server.PostgresDatabases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Questions to the platform's database. */
public final class Database {

    private final PostgresAddress address;

    public Database(String address) {
        this.address = PostgresAddress.parse(address);
    }

    /** The number that the query gives. */
    public long number(String sql) {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The rows that the query gives, each as the text of its columns with spaces between them. */
    public List<String> rows(String sql) {
        try (var connection = PostgresDatabases.connect(address);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask the database: " + sql, e);
        }
    }

    private static String row(ResultSet result) throws SQLException {
        var columns = new ArrayList<String>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getString(i));
        }
        return String.join(" ", columns);
    }
}
