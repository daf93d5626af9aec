package io.xunshi.infra.server;

import java.net.URI;

/** A PostgreSQL database and who enters it, as in {@code postgresql://user:password@host:port/database}. */
public record PostgresAddress(String host, int port, Credentials credentials, String database) {

    private static final int DEFAULT_PORT = 5432;

    public static PostgresAddress parse(String url) {
        URI uri = URI.create(url);
        String userInfo = uri.getUserInfo();
        int colon = userInfo == null ? -1 : userInfo.indexOf(':');
        if (userInfo == null
                || colon < 0
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw new ServerFailure(
                    Variables.POSTGRES_URL + " must read postgresql://user:password@host:port/database");
        }
        return new PostgresAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                new Credentials(userInfo.substring(0, colon), userInfo.substring(colon + 1)),
                uri.getPath().substring(1));
    }

    /** The same server and user, another database. */
    public PostgresAddress withDatabase(String other) {
        return new PostgresAddress(host, port, credentials, other);
    }

    public String url() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(credentials.name(), credentials.secret(), host, port, database);
    }

    /** The address for the JDBC driver, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }
}
