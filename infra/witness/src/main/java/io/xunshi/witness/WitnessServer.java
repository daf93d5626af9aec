package io.xunshi.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.VerifierKey;
import io.xunshi.transparency.witness.AddCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Witnesses over HTTP, each under the name of its folder: <code>POST /{folder}/add-checkpoint</code> and <code>
 * GET /{folder}/{hash of origin}/checkpoint</code>. <code>GET /</code> tells their keys.
 */
public final class WitnessServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WitnessServer.class.getName());
    private static final Pattern PATH = Pattern.compile("/([^/]+)/(add-checkpoint|([0-9a-f]{64})/checkpoint)");
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<FileChannel> locks = new ArrayList<>();
    private final Map<String, Cosigner> cosigners = new TreeMap<>();

    /**
     * Starts to listen.
     *
     * @throws IOException where the address is taken, or another program runs one of the witnesses
     */
    public WitnessServer(InetSocketAddress address, List<WitnessFolder> folders) throws IOException {
        for (var folder : folders) {
            hold(folder);
            cosigners.put(folder.label(), new Cosigner(folder, Clock.systemUTC()));
        }
        server = HttpServer.create(address, 0);
        server.setExecutor(requests);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it answers. */
    public URI url() {
        var address = server.getAddress();
        return URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort()));
    }

    @Override
    public void close() {
        server.stop(0);
        requests.close();
        locks.forEach(WitnessServer::release);
    }

    private void hold(WitnessFolder folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        locks.add(channel);
        if (channel.tryLock() == null) {
            throw new IOException("Another program runs the witness " + folder.label());
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    /** A witness that cannot read or write what it promised promises nothing. */
    private Response answer(HttpExchange exchange) {
        try {
            return route(exchange);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "A request could not be answered", e);
            return new Response(500, TEXT, "the witness is out of order\n");
        }
    }

    private Response route(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (path.equals("/") && method.equals("GET")) {
            return new Response(200, TEXT, vkeys());
        }
        var parts = PATH.matcher(path);
        var cosigner = parts.matches() ? cosigners.get(parts.group(1)) : null;
        if (cosigner == null) {
            return new Response(404, TEXT, "no such address\n");
        }
        var originHash = parts.group(3);
        if (!method.equals(originHash == null ? "POST" : "GET")) {
            return new Response(405, TEXT, "another method is needed\n");
        }
        return originHash == null ? add(cosigner, exchange) : newest(cosigner, originHash);
    }

    private static Response add(Cosigner cosigner, HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(AddCheckpoint.BYTES_MAX + 1);
        return switch (cosigner.add(body)) {
            case Answer.Cosigned(var lines) ->
                new Response(200, TEXT, lines.stream().map(Note.Line::toString).collect(Collectors.joining()));
            case Answer.Stale(var size) -> new Response(409, SIZE, size + "\n");
            case Answer.Refused(var reason) -> new Response(reason.status(), TEXT, reason.text() + "\n");
        };
    }

    private static Response newest(Cosigner cosigner, String originHash) throws IOException {
        return cosigner.newest(originHash)
                .map(note -> new Response(200, TEXT, note.toString()))
                .orElse(new Response(404, TEXT, "nothing of this log was cosigned here\n"));
    }

    private String vkeys() {
        return cosigners.values().stream()
                .flatMap(cosigner -> cosigner.keys().stream())
                .map(VerifierKey::text)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private record Response(int status, String type, String body) {

        void send(HttpExchange exchange) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
