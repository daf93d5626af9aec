package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.domain.Attempt;
import io.xunshi.platform.connection.domain.Delivery;
import io.xunshi.platform.connection.domain.DeliverySchedule;
import io.xunshi.platform.connection.domain.DeliveryState;
import io.xunshi.platform.connection.domain.StandardWebhook;
import io.xunshi.platform.connection.domain.WebhookEndpoint;
import io.xunshi.platform.connection.domain.WebhookUrl;
import io.xunshi.platform.connection.storage.WebhookDeliveryRepository;
import io.xunshi.platform.connection.storage.WebhookEndpointRepository;
import io.xunshi.platform.connection.usecase.WebhookSender.Outcome;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Delivers what is due: begins it in one short transaction, calls without any, and writes down what came of it in
 * another. A process that dies in between leaves a delivery that is begun again, so an endpoint may hear it twice. Any
 * replica may run it.
 */
@Component
public class DeliverWebhooks {
    private static final Logger log = LoggerFactory.getLogger(DeliverWebhooks.class);

    private final WebhookDeliveryRepository deliveries;
    private final WebhookEndpointRepository endpoints;
    private final WebhookSender sender;
    private final TellOfEndpoints tellOfEndpoints;
    private final WebhookSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    /** The endpoint of each delivery that this replica is making. */
    private final Map<UUID, UUID> underWay = new ConcurrentHashMap<>();

    DeliverWebhooks(
            WebhookDeliveryRepository deliveries,
            WebhookEndpointRepository endpoints,
            WebhookSender sender,
            TellOfEndpoints tellOfEndpoints,
            WebhookSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.sender = sender;
        this.tellOfEndpoints = tellOfEndpoints;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Does not wait for calls that were begun before: an endpoint that hangs holds its own places and no others. */
    @Scheduled(fixedRateString = "${xunshi.webhook.interval:1s}")
    public Mono<Void> deliverDue() {
        return Mono.defer(this::begin)
                .flatMapIterable(begun -> begun)
                .flatMap(
                        delivery -> deliver(delivery).doFinally(end -> underWay.remove(delivery.id())),
                        settings.batch())
                .then();
    }

    private Mono<List<Delivery>> begin() {
        var free = settings.batch() - underWay.size();
        var now = clock.instant();
        return free <= 0
                ? Mono.empty()
                : deliveries
                        .begin(
                                now,
                                now.plus(settings.lease()),
                                free,
                                settings.batchOfOne(),
                                Set.copyOf(underWay.values()))
                        .doOnNext(delivery -> underWay.put(delivery.id(), delivery.endpoint()))
                        .collectList();
    }

    private Mono<Void> deliver(Delivery delivery) {
        return endpoints
                .find(delivery.endpoint())
                .flatMap(endpoint -> endpoints
                        .findSecrets(endpoint.id(), clock.instant())
                        .collectList()
                        .flatMap(secrets -> call(endpoint, secrets, delivery)))
                .onErrorResume(error -> {
                    log.warn("Delivery {} is made later: {}", delivery.id(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> call(WebhookEndpoint endpoint, List<String> secrets, Delivery delivery) {
        var at = clock.instant();
        var began = System.nanoTime();
        return WebhookUrl.parse(endpoint.url(), settings.allowLoopback())
                .map(url -> sender.send(
                        url, headers(secrets, delivery, at), delivery.message().body()))
                .orElseGet(() -> Mono.just(Outcome.failed("Not an address that webhooks go to")))
                .flatMap(outcome -> record(endpoint, delivery, at, System.nanoTime() - began, outcome)
                        .as(transaction::transactional));
    }

    private static Map<String, String> headers(List<String> secrets, Delivery delivery, Instant at) {
        var id = delivery.message().id().toString();
        var timestamp = at.getEpochSecond();
        return Map.of(
                StandardWebhook.ID, id,
                StandardWebhook.TIMESTAMP, String.valueOf(timestamp),
                StandardWebhook.SIGNATURE,
                        StandardWebhook.sign(
                                secrets, id, timestamp, delivery.message().body()));
    }

    private Mono<Void> record(WebhookEndpoint endpoint, Delivery delivery, Instant at, long nanos, Outcome outcome) {
        var attempt = new Attempt(
                ids.next(),
                at,
                Duration.ofNanos(nanos).toMillis(),
                outcome.status(),
                outcome.failure(),
                outcome.answer());
        return deliveries
                .addAttempt(delivery.id(), attempt)
                .then(outcome.isTaken() ? taken(endpoint, delivery) : failed(endpoint, delivery, outcome));
    }

    private Mono<Void> taken(WebhookEndpoint endpoint, Delivery delivery) {
        return deliveries
                .move(delivery.id(), DeliveryState.DELIVERED, clock.instant())
                .then(endpoints.markWell(endpoint.id()));
    }

    private Mono<Void> failed(WebhookEndpoint endpoint, Delivery delivery, Outcome outcome) {
        var now = clock.instant();
        return later(delivery, outcome, now)
                .then(endpoints.markFailing(endpoint.id(), now))
                .then(outcome.isGone() ? giveUp(endpoint, now) : giveUp(endpoint, now.minus(settings.patience())));
    }

    private Mono<Void> later(Delivery delivery, Outcome outcome, Instant now) {
        return delivery.attempts() >= DeliverySchedule.attemptsMax() || outcome.isGone()
                ? deliveries.move(delivery.id(), DeliveryState.GIVEN_UP, now)
                : deliveries.move(delivery.id(), DeliveryState.WAITING, now.plus(waitAfter(delivery, outcome)));
    }

    private static Duration waitAfter(Delivery delivery, Outcome outcome) {
        return DeliverySchedule.waitAfter(
                delivery.attempts(), ThreadLocalRandom.current().nextDouble(), outcome.askedWait());
    }

    /** Its owners hear of it once. */
    private Mono<Void> giveUp(WebhookEndpoint endpoint, Instant failingBefore) {
        return endpoints
                .giveUp(endpoint.id(), failingBefore)
                .filter(givenUp -> givenUp)
                .flatMap(givenUp -> tellOfEndpoints.failed(endpoint));
    }
}
