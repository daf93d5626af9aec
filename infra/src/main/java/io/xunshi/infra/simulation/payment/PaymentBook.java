package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that the payment provider knows, in memory and in a journal from which it is read at the start. */
final class PaymentBook implements AutoCloseable {

    /** Stripe forgets keys after a day; what is repeated is repeated within minutes. */
    private static final int ANSWERS_MAX = 50_000;

    /** Delivered events that can still be delivered again. */
    private static final int EVENTS_MAX = 10_000;

    private final Clock clock;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Payout> payouts = new LinkedHashMap<>();
    private final Map<String, KeptAnswer> answers = new Limited<>(ANSWERS_MAX);
    private final Map<String, WebhookEvent> events = new Limited<>(EVENTS_MAX);
    private final Map<String, WebhookEvent> undelivered = new LinkedHashMap<>();
    private final Journal<Change> journal;

    private final List<Consumer<WebhookEvent>> listeners = new ArrayList<>();

    /** The book in the folder, new or as it was left. */
    PaymentBook(Path folder, Clock clock) {
        this.clock = clock;
        journal = Journal.open(folder.resolve("payments.jsonl"), Change.class, this::apply);
    }

    /** Who hears of each event when it has been written down; must not keep the caller waiting. */
    synchronized void onEvent(Consumer<WebhookEvent> listener) {
        listeners.add(listener);
    }

    synchronized Payment payment(String id) {
        return found(payments.get(id), "payment_intent", id);
    }

    synchronized Refund refund(String id) {
        return found(refunds.get(id), "refund", id);
    }

    synchronized Payout payout(String id) {
        return found(payouts.get(id), "payout", id);
    }

    synchronized Optional<KeptAnswer> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    /** Oldest first. */
    synchronized List<Payment> payments() {
        return List.copyOf(payments.values());
    }

    /** Oldest first. */
    synchronized List<Refund> refunds(Payment payment) {
        return refunds.values().stream()
                .filter(refund -> refund.payment().equals(payment.id()))
                .toList();
    }

    /** Oldest first. */
    synchronized List<Payout> payouts() {
        return List.copyOf(payouts.values());
    }

    synchronized WebhookEvent event(String id) {
        return found(events.get(id), "event", id);
    }

    /** The latest events, delivered or not, oldest first. */
    synchronized List<WebhookEvent> events() {
        return List.copyOf(events.values());
    }

    /** Oldest first. */
    synchronized List<WebhookEvent> undelivered() {
        return List.copyOf(undelivered.values());
    }

    synchronized boolean isDelivered(WebhookEvent event) {
        return !undelivered.containsKey(event.id());
    }

    /** Does what the work drafts, or nothing if it throws; no other change comes between its reading and writing. */
    synchronized <T> T change(Function<Draft, T> work) {
        var draft = new Draft(clock.instant().getEpochSecond());
        T result = work.apply(draft);
        Change change = draft.finished();
        if (!change.isNothing()) {
            write(change);
            change.events().forEach(event -> listeners.forEach(listener -> listener.accept(event)));
        }
        return result;
    }

    synchronized void markDelivered(WebhookEvent event) {
        if (!isDelivered(event)) {
            write(Change.delivered(event.id()));
        }
    }

    @Override
    public synchronized void close() {
        journal.close();
    }

    private void write(Change change) {
        journal.append(change);
        apply(change);
    }

    private void apply(Change change) {
        putInto(payments, change.payment(), Payment::id);
        putInto(refunds, change.refund(), Refund::id);
        putInto(payouts, change.payout(), Payout::id);
        putInto(answers, change.answer(), KeptAnswer::key);
        change.events().forEach(event -> {
            events.put(event.id(), event);
            if (event.isSent()) {
                undelivered.put(event.id(), event);
            }
        });
        if (change.delivered() != null) {
            undelivered.remove(change.delivered());
        }
    }

    private static <T> void putInto(Map<String, T> map, @Nullable T value, Function<T, String> key) {
        if (value != null) {
            map.put(key.apply(value), value);
        }
    }

    private static <T> T found(@Nullable T object, String kind, String id) {
        if (object == null) {
            throw StripeError.noSuch(kind, id);
        }
        return object;
    }

    /** Forgets the oldest entry when it grows beyond its limit. */
    private static final class Limited<V> extends LinkedHashMap<String, V> {

        private final int sizeMax;

        Limited(int sizeMax) {
            this.sizeMax = sizeMax;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > sizeMax;
        }
    }
}
