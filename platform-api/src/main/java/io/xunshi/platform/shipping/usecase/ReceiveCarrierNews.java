package io.xunshi.platform.shipping.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.WebhookSignature;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.shipping.ShippingEvents.CarrierNewsReceived;
import io.xunshi.platform.shipping.ShippingProblem;
import io.xunshi.platform.shipping.storage.CarrierInboxRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what the carrier sends. Only its signature is believed, not its content: that something happened to a parcel
 * is a reason to ask where it is. A repetition is accepted and forgotten.
 */
@Component
public class ReceiveCarrierNews {
    private final CarrierInboxRepository inbox;
    private final EventPublisher events;
    private final ShippingSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ReceiveCarrierNews(
            CarrierInboxRepository inbox,
            EventPublisher events,
            ShippingSettings settings,
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

    /** Raises {@link ShippingProblem#BAD_SIGNATURE}, and then nothing was stored. */
    public Mono<Void> receive(String payload, String signature) {
        var genuine = WebhookSignature.isGenuine(
                signature, payload, settings.webhookSecret(), clock.instant(), settings.signatureTolerance());
        return genuine
                ? Mono.fromCallable(() -> news(payload)).flatMap(this::store)
                : Mono.error(ShippingProblem.BAD_SIGNATURE.raise());
    }

    private Mono<Void> store(News news) {
        return inbox.add(news.id(), news.reference().toString(), clock.instant())
                .filter(added -> added)
                .flatMap(
                        added -> events.publish(new CarrierNewsReceived(ids.next(), clock.instant(), news.reference())))
                .as(transaction::transactional);
    }

    private static News news(String payload) {
        try {
            return JsonMapper.shared().readValue(payload, News.class);
        } catch (JacksonException e) {
            throw ShippingProblem.BAD_SIGNATURE.raise();
        }
    }

    private record News(String id, UUID reference) {}
}
