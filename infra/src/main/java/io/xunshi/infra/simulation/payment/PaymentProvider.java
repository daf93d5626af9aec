package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.WebhookSignature;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** The simulated payment provider as a whole. */
public final class PaymentProvider implements AutoCloseable {

    private final Provider provider = new Provider("payment");
    private final PaymentBook book;
    private final Webhooks webhooks;
    private final Bank bank;
    private final Faults faults = new Faults();
    private final String secretKey;
    private final Clock clock = Clock.systemUTC();

    /**
     * A provider that goes on where the one before it in the folder ended.
     *
     * @param secretKey what callers of the API must show
     * @param webhookSecret what webhooks are signed with
     */
    public PaymentProvider(Path folder, String secretKey, String webhookSecret) {
        this.secretKey = secretKey;
        book = new PaymentBook(folder, clock);
        webhooks = new Webhooks(book, provider, new WebhookSignature(webhookSecret), clock);
        bank = new Bank(book, faults);
    }

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        var cashier = new Cashier(book, faults);
        var protocol = new StripeProtocol(book, faults, provider, secretKey);
        new StripeApi(book, protocol, clock).addTo(endpoints);
        new PayPages(cashier, provider, pages).addTo(endpoints);
        new PaymentCommands(book, cashier, faults, webhooks).addTo(endpoints);
    }

    /** Begins to send webhooks, as soon as there is a {@linkplain #sendWebhooksTo target}. */
    public void start() {
        webhooks.start();
        bank.start();
    }

    public void sendWebhooksTo(URI target) {
        webhooks.setTarget(target);
    }

    @Override
    public void close() {
        bank.close();
        webhooks.close();
        book.close();
    }
}
