package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the platform what happened. An event is sent again, after longer and longer pauses, until the platform accepts
 * it; events overtake each other, as Stripe's do. They wait while there is nobody to tell and while they are held.
 */
final class Webhooks implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    private static final int AT_ONCE_MAX = 16;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);

    /** How often to look whether the provider is up again. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int NOT_SENT = 0;
    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;

    private final PaymentBook book;
    private final Provider provider;
    private final WebhookSignature signature;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(AT_ONCE_MAX);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    private volatile @Nullable URI target;
    private volatile boolean areHeld;

    Webhooks(PaymentBook book, Provider provider, WebhookSignature signature, Clock clock) {
        this.book = book;
        this.provider = provider;
        this.signature = signature;
        this.clock = clock;
    }

    /** Begins with the events that were left from before. */
    void start() {
        book.onEvent(this::take);
        book.undelivered().forEach(this::take);
    }

    @Nullable
    URI target() {
        return target;
    }

    synchronized void setTarget(URI target) {
        this.target = target;
        notifyAll();
    }

    boolean areHeld() {
        return areHeld;
    }

    /** Whether events wait until they are released or {@linkplain #deliver delivered} one by one. */
    synchronized void setHeld(boolean areHeld) {
        this.areHeld = areHeld;
        notifyAll();
    }

    /**
     * Sends the event now, whether or not it is held or was delivered before.
     *
     * @return the status of the answer, or 0 if there was none
     */
    int deliver(WebhookEvent event) {
        URI to = target;
        if (to == null) {
            return NOT_SENT;
        }
        int status = send(event, to);
        if (status >= OK_MIN && status <= OK_MAX) {
            book.markDelivered(event);
        }
        return status;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
        threads.close();
    }

    private void take(WebhookEvent event) {
        if (event.isSent()) {
            threads.execute(() -> deliverAtLast(event));
        }
    }

    private void deliverAtLast(WebhookEvent event) {
        try {
            Duration pause = FIRST_PAUSE;
            awaitPermission();
            int status = deliverInTurn(event);
            if (!book.isDelivered(event)) {
                log.info("{} {} was answered with {}; it is sent again", event.type(), event.object(), status);
            }
            while (!book.isDelivered(event)) {
                Thread.sleep(pause);
                pause = longer(pause);
                awaitPermission();
                deliverInTurn(event);
            }
        } catch (InterruptedException _) {
            // The simulation ends; the event is sent after the next start.
        }
    }

    private synchronized void awaitPermission() throws InterruptedException {
        while (!mayBeSent()) {
            wait(LOOK_INTERVAL.toMillis());
        }
    }

    private boolean mayBeSent() {
        return target != null && !areHeld && provider.condition().isUp();
    }

    private int deliverInTurn(WebhookEvent event) throws InterruptedException {
        slots.acquire();
        try {
            return deliver(event);
        } finally {
            slots.release();
        }
    }

    private int send(WebhookEvent event, URI to) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (simulation)")
                .header("Stripe-Signature", signature.of(event.payload(), clock.instant()))
                .POST(BodyPublishers.ofString(event.payload()))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return NOT_SENT;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NOT_SENT;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
    }
}
