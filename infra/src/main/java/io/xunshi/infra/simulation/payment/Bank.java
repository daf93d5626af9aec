package io.xunshi.infra.simulation.payment;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Where payouts go: it takes them, or sends them back where that is planned, a little later. */
final class Bank implements AutoCloseable {

    /** Long enough to be seen under way. */
    private static final Duration TRANSFER_TIME = Duration.ofSeconds(2);

    private final PaymentBook book;
    private final Faults faults;
    private final ScheduledExecutorService transfers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bank").daemon().factory());

    Bank(PaymentBook book, Faults faults) {
        this.book = book;
        this.faults = faults;
    }

    /** Begins with the payouts that were left from before. */
    void start() {
        book.onEvent(event -> {
            if (event.type().equals("payout.created")) {
                transfer(event.object());
            }
        });
        book.payouts().stream()
                .filter(payout -> payout.state() == Payout.State.PENDING)
                .forEach(payout -> transfer(payout.id()));
    }

    @Override
    public void close() {
        transfers.shutdownNow();
    }

    private void transfer(String payout) {
        transfers.schedule(() -> end(payout), TRANSFER_TIME.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(String id) {
        Payout.State end = faults.happens(Fault.PAYOUT_FAILS) ? Payout.State.FAILED : Payout.State.PAID;
        book.change(draft -> draft.put(book.payout(id).ended(end), "payout." + end.wireName()));
    }
}
