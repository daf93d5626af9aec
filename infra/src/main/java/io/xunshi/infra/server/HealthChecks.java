package io.xunshi.infra.server;

import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/** Asks a server, found through its environment variables, whether it answers. */
final class HealthChecks {

    private static final int ANSWER_LIMIT_SECONDS = 10;
    private static final int SERVER_ERROR = 500;

    private HealthChecks() {}

    static boolean answers(ServerKind kind, Map<String, String> environment) {
        String address = environment.getOrDefault(kind.addressVariable(), "");
        return switch (kind) {
            case POSTGRES -> answers(PostgresAddress.parse(address));
            case REDIS -> RedisDatabases.answers(address);
            case ELASTICSEARCH -> SearchIndices.at(address).answers();
            case OBJECT_STORE -> answers(URI.create(address));
        };
    }

    static boolean answers(PostgresAddress address) {
        try (var connection = PostgresDatabases.connect(address)) {
            return connection.isValid(ANSWER_LIMIT_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    /** An S3 store refuses an unsigned request, which shows that it works. */
    private static boolean answers(URI address) {
        return HttpProbe.status(address).orElse(SERVER_ERROR) < SERVER_ERROR;
    }
}
