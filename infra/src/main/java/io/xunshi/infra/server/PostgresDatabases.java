package io.xunshi.infra.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Creates and drops databases on a PostgreSQL server. */
public final class PostgresDatabases {

    private static final String CONNECT_LIMIT_SECONDS = "10";

    private final PostgresAddress server;

    private PostgresDatabases(PostgresAddress server) {
        this.server = server;
    }

    /** The databases of the server at the address; its user must be allowed to create some. */
    public static PostgresDatabases at(PostgresAddress address) {
        return new PostgresDatabases(address.withDatabase("postgres"));
    }

    /** Opens a connection; the caller closes it. */
    public static Connection connect(PostgresAddress address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.credentials().name());
        properties.setProperty("password", address.credentials().secret());
        properties.setProperty("connectTimeout", CONNECT_LIMIT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_LIMIT_SECONDS);
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    /** Creates an empty database and returns its address. */
    public PostgresAddress create(String name) {
        execute("create database \"%s\"".formatted(name));
        return server.withDatabase(name);
    }

    /** Drops a database if there is one, together with every connection to it. */
    public void drop(String name) {
        execute("drop database if exists \"%s\" with (force)".formatted(name));
    }

    private void execute(String sql) {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL refused: " + sql, e);
        }
    }
}
