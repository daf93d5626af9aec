package io.xunshi.infra.server;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Starts and stops several servers at once. */
public final class Servers {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Servers() {}

    /**
     * Starts all servers side by side.
     *
     * @throws ServerFailure of the first that failed; none is left running then
     */
    public static void startAll(Collection<Server> servers) {
        try {
            forEach(servers, Server::start);
        } catch (ServerFailure e) {
            closeAll(servers);
            throw e;
        }
    }

    /** Stops all servers side by side. */
    public static void closeAll(Collection<Server> servers) {
        forEach(servers, Server::close);
    }

    private static void forEach(Collection<Server> servers, Consumer<Server> action) {
        List<CompletableFuture<Void>> running = servers.stream()
                .map(server -> CompletableFuture.runAsync(() -> action.accept(server), THREADS))
                .toList();
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new ServerFailure(String.valueOf(cause.getMessage()), cause);
        }
    }
}
