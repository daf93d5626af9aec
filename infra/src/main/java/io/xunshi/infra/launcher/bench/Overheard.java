package io.xunshi.infra.launcher.bench;

import com.sun.net.httpserver.HttpServer;
import io.xunshi.infra.launcher.run.SecondServer;
import io.xunshi.infra.server.Variables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What platform-api asks Elasticsearch: overheard between the engine and a second server. */
record Overheard(String path, String body) {

    /** The first question to the engine that a request to us makes. */
    static Overheard behind(Stage stage, String request) throws IOException {
        var engine = URI.create(stage.variable(Variables.ELASTICSEARCH_URL));
        Queue<Overheard> asked = new ConcurrentLinkedQueue<>();
        var ear = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ear.createContext("/", exchange -> {
            try (exchange) {
                var path = exchange.getRequestURI().toString();
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (path.contains("_search")) {
                    asked.add(new Overheard(path, body));
                }
                byte[] answer = forward(engine.resolve(path), exchange.getRequestMethod(), body);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        ear.start();
        var address = "http://127.0.0.1:" + ear.getAddress().getPort();
        try (var second =
                SecondServer.start(stage.state(), stage.environment(), Map.of(Variables.ELASTICSEARCH_URL, address))) {
            asked.clear();
            try (var connection = new Connection(second.url())) {
                connection.exchange(Load.get(second.url(), request));
            }
            return asked.element();
        } finally {
            ear.stop(0);
        }
    }

    private static byte[] forward(URI address, String method, String body) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            return client.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
