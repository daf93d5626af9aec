package io.xunshi.infra.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Asks a server, found through its environment variables, whether it answers. */
final class HealthChecks {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final int SERVER_ERROR = 500;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

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
            return connection.isValid(Math.toIntExact(ANSWER_LIMIT.toSeconds()));
        } catch (SQLException _) {
            return false;
        }
    }

    /** An S3 store refuses an unsigned request, which shows that it works. */
    private static boolean answers(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() < SERVER_ERROR;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
