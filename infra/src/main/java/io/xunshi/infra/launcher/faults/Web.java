package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** HTTP as all visitors use it; a request that gets no answer is no surprise here. */
final class Web {

    /** New accounts wait for each other, because passwords are slow to hash. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    private Web() {}

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT);
    }

    /** The answer, or empty if the connection broke or the time was over. */
    static Optional<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for an answer");
        }
    }
}
