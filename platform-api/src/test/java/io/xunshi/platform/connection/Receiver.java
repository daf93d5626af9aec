package io.xunshi.platform.connection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xunshi.platform.connection.domain.StandardWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An organisation's own system, on this machine: answers what a test has planned, otherwise 204, and keeps what came.
 */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> planned = new ArrayDeque<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver started() {
        try {
            var receiver =
                    new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            receiver.server.createContext("/", receiver::answer);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the next calls that have no answer yet. */
    synchronized Receiver answering(int status, String... headers) {
        planned.add(new Answer(status, List.of(headers)));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst(StandardWebhook.ID),
                Long.parseLong(exchange.getRequestHeaders().getFirst(StandardWebhook.TIMESTAMP)),
                exchange.getRequestHeaders().getFirst(StandardWebhook.SIGNATURE),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = next();
        for (var i = 0; i + 1 < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .add(answer.headers().get(i), answer.headers().get(i + 1));
        }
        var words = answer.status() == 204 ? new byte[0] : "so it is".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), words.length == 0 ? -1 : words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private synchronized Answer next() {
        var answer = planned.poll();
        return answer == null ? new Answer(204, List.of()) : answer;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<String> types() {
        return calls.stream().map(call -> call.event().at("/type").asString()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One call that came. */
    record Call(String id, long timestamp, String signature, String contentType, String body) {
        JsonNode event() {
            return JsonMapper.shared().readTree(body);
        }

        boolean isSignedWith(String secret) {
            return List.of(signature.split(" ")).contains(StandardWebhook.sign(List.of(secret), id, timestamp, body));
        }
    }

    private record Answer(int status, List<String> headers) {}
}
