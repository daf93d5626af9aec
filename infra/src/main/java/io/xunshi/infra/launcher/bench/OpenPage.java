package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A page that somebody has open: a socket on which a browser's EventSource would listen. */
final class OpenPage implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Person reader;
    private final Socket socket;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicReference<Runnable> onMessage = new AtomicReference<>(() -> {});

    private OpenPage(URI site, Person reader) throws IOException {
        this.reader = reader;
        socket = new Socket(site.getHost(), site.getPort());
        socket.getOutputStream()
                .write("GET /api/v1/my/events HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nCookie: %s\r\n\r\n"
                        .formatted(site.getAuthority(), reader.cookies())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Listens on a thread of its own, and returns once the server has said that it is ready. */
    static OpenPage of(URI site, Person reader, ExecutorService threads) throws IOException {
        var page = new OpenPage(site, reader);
        threads.execute(page::listen);
        try {
            if (!page.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                page.close();
                throw new LauncherFailure("A page could not be kept open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return page;
    }

    Person reader() {
        return reader;
    }

    /** What is done for the next message, once. */
    void onMessage(Runnable heard) {
        onMessage.set(heard);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 10)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line) {
                    case "event:ready" -> ready.countDown();
                    case "event:message" -> onMessage.getAndSet(() -> {}).run();
                    default -> {
                        // Heads, ids, data and heartbeats are not measured.
                    }
                }
            }
        } catch (IOException _) {
            // Closed: nobody reads the page any more.
        }
    }
}
