package io.xunshi.infra.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The indices of an Elasticsearch server. */
public final class SearchIndices {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    private final URI server;

    private SearchIndices(URI server) {
        this.server = server;
    }

    /** The indices of the server at an address such as {@code http://127.0.0.1:9200}. */
    public static SearchIndices at(String address) {
        return new SearchIndices(URI.create(address));
    }

    /** Whether the cluster can take writes. */
    boolean answers() {
        return HttpProbe.status(server.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                        .orElse(NOT_FOUND)
                == OK;
    }

    /** Deletes every index whose name begins with the prefix. */
    public void delete(String prefix) {
        try {
            String names = names(prefix);
            int status = names.isEmpty() ? NOT_FOUND : send("DELETE", "/" + names);
            if (status != OK && status != NOT_FOUND) {
                throw new ServerFailure("Elasticsearch answered " + status + " to the deletion of " + names);
            }
        } catch (IOException e) {
            throw new ServerFailure("Elasticsearch did not delete the indices " + prefix + "*", e);
        }
    }

    /** The names with commas between them; deleting by wildcard is forbidden by default. */
    private String names(String prefix) throws IOException {
        HttpRequest request = request("GET", "/_cat/indices/" + prefix + "*?h=index");
        try {
            return CLIENT.send(request, BodyHandlers.ofString()).body().strip().replaceAll("\\s+", ",");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private int send(String method, String path) throws IOException {
        try {
            return CLIENT.send(request(method, path), BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(ANSWER_LIMIT)
                .build();
    }

    private static ServerFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerFailure("Interrupted while asking Elasticsearch", e);
    }
}
