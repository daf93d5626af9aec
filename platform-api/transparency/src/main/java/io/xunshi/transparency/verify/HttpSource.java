package io.xunshi.transparency.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads a log over HTTP; asks again, more slowly, where the site wants it so. */
final class HttpSource implements LogSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    /** A site that lets nobody read its log for longer than this is not one that anybody can check. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final long USUAL_PAUSE_SECONDS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI site;

    HttpSource(URI site) {
        this.site = site;
    }

    @Override
    public byte[] read(String path) throws IOException {
        try {
            var response = answer(HttpRequest.newBuilder(URI.create(site + "/" + path)));
            var answered = "%s was answered with %d".formatted(path, response.statusCode());
            return switch (response.statusCode()) {
                case OK -> response.body();
                case NOT_FOUND -> throw new FileNotFoundException(answered);
                default -> throw new IOException(answered);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var asked = request.timeout(TIMEOUT).build();
        var response = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        for (var waited = Duration.ZERO;
                response.statusCode() == TOO_MANY_REQUESTS && waited.compareTo(PATIENCE) < 0; ) {
            var pause = Duration.ofSeconds(response.headers()
                    .firstValue("Retry-After")
                    .filter(seconds -> seconds.matches("[0-9]{1,3}"))
                    .map(seconds -> Math.max(1, Long.parseLong(seconds)))
                    .orElse(USUAL_PAUSE_SECONDS));
            Thread.sleep(pause);
            waited = waited.plus(pause);
            response = http.send(asked, HttpResponse.BodyHandlers.ofByteArray());
        }
        return response;
    }
}
