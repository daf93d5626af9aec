package io.xunshi.infra.server;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Starts and stops several services side by side. */
public final class Services {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Services() {}

    /**
     * Starts all services and returns when all answer.
     *
     * @throws ServerFailure of the first that failed; none is left running then
     */
    public static void startAll(Collection<? extends Service> services) {
        startAll(services, _ -> {});
    }

    /**
     * Starts all services, tells of each when it answers, and returns when all do.
     *
     * @throws ServerFailure of the first that failed; none is left running then
     */
    public static <S extends Service> void startAll(Collection<S> services, Consumer<? super S> onStarted) {
        try {
            forEach(services, service -> {
                service.start();
                onStarted.accept(service);
            });
        } catch (ServerFailure e) {
            closeAll(services);
            throw e;
        }
    }

    /** Stops all services and returns when all are gone. */
    public static void closeAll(Collection<? extends Service> services) {
        forEach(services, Service::close);
    }

    private static <S> void forEach(Collection<S> services, Consumer<? super S> action) {
        List<CompletableFuture<Void>> running = services.stream()
                .map(service -> CompletableFuture.runAsync(() -> action.accept(service), THREADS))
                .toList();
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new ServerFailure(String.valueOf(cause.getMessage()), cause);
        }
    }
}
