package io.xunshi.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Elasticsearch, for what the platform itself never asks of it. */
record Engine(URI url, HttpClient http) implements AutoCloseable {

    static Engine at(URI url) {
        return new Engine(url, HttpClient.newHttpClient());
    }

    /** @throws IllegalStateException for an answer that is no success: then nothing can be measured */
    JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Elasticsearch does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }

    /** Lets queries see everything that was written. */
    void refresh() {
        send("POST", "/_refresh", "");
    }

    @Override
    public void close() {
        http.close();
    }
}
