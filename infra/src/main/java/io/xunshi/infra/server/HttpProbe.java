package io.xunshi.infra.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks an HTTP server whether it is there. */
public final class HttpProbe {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();

    private HttpProbe() {}

    /** The status that a GET of the address is answered with, or empty if nothing answers within five seconds. */
    public static OptionalInt status(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).build();
        try {
            return OptionalInt.of(
                    CLIENT.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException _) {
            return OptionalInt.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
