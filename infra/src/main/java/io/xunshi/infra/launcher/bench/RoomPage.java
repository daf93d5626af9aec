package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.console.LauncherFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A page on which an auction is watched: a socket on which a browser's EventSource would listen. */
final class RoomPage implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String ID = "id:";

    private final Socket socket;
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private volatile CompletableFuture<Long> bid = new CompletableFuture<>();
    private long position;

    private RoomPage(URI site, String auction) throws IOException {
        socket = new Socket(site.getHost(), site.getPort());
        socket.getOutputStream()
                .write("GET /api/v1/auctions/%s/events HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(auction, site.getAuthority())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Listens on a thread of its own, and returns once the server has said that it is ready. */
    static RoomPage of(URI site, String auction, ExecutorService threads) throws IOException {
        var page = new RoomPage(site, auction);
        threads.execute(page::listen);
        try {
            await(page.ready);
            return page;
        } catch (LauncherFailure failure) {
            page.close();
            throw failure;
        }
    }

    /** The next bid that it hears is the one that {@link #heardAt} waits for. */
    void expectBid() {
        bid = new CompletableFuture<>();
    }

    /**
     * When it heard of the bid, by {@link System#nanoTime}.
     *
     * @throws LauncherFailure if it did not, or missed one before
     */
    long heardAt() {
        return await(bid);
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
            long id = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(ID)) {
                    id = Long.parseLong(line.substring(ID.length()));
                } else if (line.equals("event:ready")) {
                    position = id;
                    ready.complete(id);
                } else if (line.equals("event:bid")) {
                    hear(id);
                }
            }
        } catch (IOException _) {
            // Closed: nobody reads the page any more.
        }
    }

    private void hear(long number) {
        position++;
        if (number == position) {
            bid.complete(System.nanoTime());
        } else {
            bid.completeExceptionally(
                    new LauncherFailure("A page heard of bid %d instead of %d".formatted(number, position)));
        }
    }

    private static long await(CompletableFuture<Long> awaited) {
        try {
            return awaited.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new LauncherFailure("A page did not hear what happened in the room");
        } catch (ExecutionException e) {
            throw new LauncherFailure(String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while listening");
        }
    }
}
