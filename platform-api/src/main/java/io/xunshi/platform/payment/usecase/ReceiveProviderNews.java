package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.payment.PaymentEvents.ProviderNewsReceived;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.storage.WebhookInboxRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what the provider sends. Only its signature is believed, not its content: that something happened to an
 * object is a reason to ask what the object is like now. A repetition is accepted and forgotten.
 */
@Component
public class ReceiveProviderNews {
    private final WebhookInboxRepository inbox;
    private final EventPublisher events;
    private final PaymentSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    ReceiveProviderNews(
            WebhookInboxRepository inbox,
            EventPublisher events,
            PaymentSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.inbox = inbox;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link PaymentProblem#BAD_SIGNATURE}, and then nothing was stored. */
    public Mono<Void> receive(String payload, String signature) {
        var genuine = WebhookSignature.isGenuine(
                signature, payload, settings.webhookSecret(), clock.instant(), settings.signatureTolerance());
        return genuine
                ? Mono.fromCallable(() -> news(payload)).flatMap(news -> store(news, payload))
                : Mono.error(PaymentProblem.BAD_SIGNATURE.raise());
    }

    private Mono<Void> store(News news, String payload) {
        return inbox.add(news.providerEventId(), payload, clock.instant())
                .filter(added -> added)
                .flatMap(added -> events.publish(
                        new ProviderNewsReceived(ids.next(), clock.instant(), ids.next(), news.objectId())))
                .as(transaction::transactional);
    }

    private News news(String payload) {
        try {
            var event = json.readTree(payload);
            var object = event.at("/data/object");
            var intent = object.at("/payment_intent").asString("");
            return new News(
                    event.at("/id").stringValue(),
                    intent.isEmpty() ? object.at("/id").stringValue() : intent);
        } catch (JacksonException e) {
            throw PaymentProblem.BAD_SIGNATURE.raise();
        }
    }

    private record News(String providerEventId, String objectId) {}
}
