package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.ConnectionProblem;
import io.xunshi.platform.connection.domain.Attempt;
import io.xunshi.platform.connection.domain.Delivery;
import io.xunshi.platform.connection.domain.DeliveryState;
import io.xunshi.platform.connection.domain.EndpointState;
import io.xunshi.platform.connection.domain.StandardWebhook;
import io.xunshi.platform.connection.domain.WebhookEndpoint;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.domain.WebhookUrl;
import io.xunshi.platform.connection.storage.WebhookDeliveryRepository;
import io.xunshi.platform.connection.storage.WebhookEndpointRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What an organisation's owners do about its endpoints and what goes to them. */
@Component
public class RunWebhookEndpoints {
    private final WebhookEndpointRepository endpoints;
    private final WebhookDeliveryRepository deliveries;
    private final TellWebhooks tellWebhooks;
    private final WebhookSender sender;
    private final Organisations organisations;
    private final WebhookSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunWebhookEndpoints(
            WebhookEndpointRepository endpoints,
            WebhookDeliveryRepository deliveries,
            TellWebhooks tellWebhooks,
            WebhookSender sender,
            Organisations organisations,
            WebhookSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.tellWebhooks = tellWebhooks;
        this.sender = sender;
        this.organisations = organisations;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** The oldest first; raises what {@link Organisations#requireRole} does. */
    public Mono<List<WebhookEndpoint>> findOf(AccountId owner, OrganisationId id) {
        return asOwner(owner, id).then(Mono.defer(() -> endpoints.findOf(id).collectList()));
    }

    /**
     * Is called from now on, signed with a secret that nobody knows until one is said. Raises field faults,
     * {@link ConnectionProblem#TOO_MANY_ENDPOINTS}, and what {@link Organisations#requireRole} raises.
     */
    public Mono<WebhookEndpoint> add(AccountId owner, OrganisationId id, String url, List<WebhookType> types) {
        return asOwner(owner, id)
                .then(checkUrl(url))
                .then(Mono.defer(() -> added(owner, id, url, types)).as(transaction::transactional));
    }

    private Mono<WebhookEndpoint> added(AccountId owner, OrganisationId id, String url, List<WebhookType> types) {
        return asOwner(owner, id)
                .then(endpoints.lockOf(id))
                .then(Mono.defer(() -> endpoints.findOf(id).count()))
                .filter(count -> count < settings.endpointsMax())
                .switchIfEmpty(Mono.error(() -> ConnectionProblem.TOO_MANY_ENDPOINTS.raise(settings.endpointsMax())))
                .map(count ->
                        new WebhookEndpoint(ids.next(), id, url, types, EndpointState.ACTIVE, null, clock.instant(), 1))
                .delayUntil(endpoint -> endpoints.add(endpoint, owner))
                .delayUntil(endpoint ->
                        endpoints.addSecret(ids.next(), endpoint.id(), StandardWebhook.newSecret(), endpoint.madeAt()));
    }

    /** Raises field faults, {@link HttpProblem#STALE}, and what {@link #own} raises. */
    public Mono<WebhookEndpoint> edit(
            AccountId owner, OrganisationId id, UUID endpoint, long version, String url, List<WebhookType> types) {
        return own(owner, id, endpoint)
                .then(checkUrl(url))
                .then(Mono.defer(() -> edited(owner, id, endpoint, version, url, types))
                        .as(transaction::transactional));
    }

    private Mono<WebhookEndpoint> edited(
            AccountId owner, OrganisationId id, UUID endpoint, long version, String url, List<WebhookType> types) {
        return own(owner, id, endpoint)
                .then(Mono.defer(() -> endpoints.edit(endpoint, version, url, types)))
                .filter(edited -> edited)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .then(endpoints.find(endpoint, id));
    }

    /** Is called again, or not any more; what has waited meanwhile is delivered then. */
    @Transactional
    public Mono<WebhookEndpoint> move(AccountId owner, OrganisationId id, UUID endpoint, EndpointState state) {
        return own(owner, id, endpoint)
                .then(Mono.defer(() -> endpoints.move(endpoint, state)))
                .then(endpoints.find(endpoint, id));
    }

    @Transactional
    public Mono<Void> remove(AccountId owner, OrganisationId id, UUID endpoint) {
        return own(owner, id, endpoint).then(Mono.defer(() -> endpoints.remove(endpoint, clock.instant())));
    }

    /** A new secret, said this once; for the overlap messages carry the signature by the one before, too. */
    @Transactional
    public Mono<String> renewSecret(AccountId owner, OrganisationId id, UUID endpoint, Duration overlap) {
        var now = clock.instant();
        var secret = StandardWebhook.newSecret();
        return own(owner, id, endpoint)
                .then(endpoints.endSecrets(endpoint, now, now.plus(overlap)))
                .then(endpoints.addSecret(ids.next(), endpoint, secret, now))
                .thenReturn(secret);
    }

    /** Completes with the delivery of an event that says nothing. */
    @Transactional
    public Mono<Delivery> test(AccountId owner, OrganisationId id, UUID endpoint) {
        return own(owner, id, endpoint)
                .filter(found -> found.state() == EndpointState.ACTIVE)
                .switchIfEmpty(Mono.error(ConnectionProblem.ENDPOINT_NOT_ACTIVE::raise))
                .then(Mono.defer(() -> tellWebhooks.test(id, endpoint)))
                .flatMap(delivery -> deliveries.find(delivery, endpoint));
    }

    /** The newest first. */
    public Mono<Page<Delivery>> findDeliveries(
            AccountId owner,
            OrganisationId id,
            UUID endpoint,
            @Nullable DeliveryState state,
            @Nullable Cursor after,
            int limit) {
        return own(owner, id, endpoint)
                .then(Mono.defer(() ->
                        deliveries.findOf(endpoint, state, after, limit + 1).collectList()))
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.madeAt(), row.id())));
    }

    /** Raises {@link ConnectionProblem#DELIVERY_NOT_FOUND} and what {@link #own} raises. */
    public Mono<Followed> findDelivery(AccountId owner, OrganisationId id, UUID endpoint, UUID delivery) {
        return own(owner, id, endpoint)
                .then(Mono.defer(() -> deliveries.find(delivery, endpoint)))
                .switchIfEmpty(Mono.error(ConnectionProblem.DELIVERY_NOT_FOUND::raise))
                .flatMap(found ->
                        deliveries.findAttempts(delivery).collectList().map(attempts -> new Followed(found, attempts)));
    }

    /** Delivers it once more; the same. */
    @Transactional
    public Mono<Followed> replay(AccountId owner, OrganisationId id, UUID endpoint, UUID delivery) {
        return findDelivery(owner, id, endpoint, delivery)
                .then(Mono.defer(() -> deliveries.repeat(delivery, clock.instant())))
                .then(Mono.defer(() -> findDelivery(owner, id, endpoint, delivery)));
    }

    /**
     * Delivers everything of the chosen types that happened since, whether it was delivered or not; how many that is.
     */
    @Transactional
    public Mono<Long> replaySince(AccountId owner, OrganisationId id, UUID endpoint, Instant since) {
        return own(owner, id, endpoint)
                .then(Mono.defer(() -> deliveries.repeatSince(endpoint, since, clock.instant())));
    }

    /** Raises {@link ConnectionProblem#ENDPOINT_NOT_FOUND} and what {@link Organisations#requireRole} does. */
    private Mono<WebhookEndpoint> own(AccountId owner, OrganisationId id, UUID endpoint) {
        return asOwner(owner, id)
                .then(Mono.defer(() -> endpoints.find(endpoint, id)))
                .switchIfEmpty(Mono.error(ConnectionProblem.ENDPOINT_NOT_FOUND::raise));
    }

    private Mono<Void> checkUrl(String url) {
        return Mono.justOrEmpty(WebhookUrl.parse(url, settings.allowLoopback()))
                .filterWhen(sender::isOutside)
                .switchIfEmpty(
                        Mono.error(() -> FieldFault.refuse(List.of(new FieldFault("url", "connection.field.url")))))
                .then();
    }

    private Mono<Void> asOwner(AccountId owner, OrganisationId id) {
        return organisations.requireRole(owner, id, MemberRole.OWNER).then();
    }

    /** A delivery with what came of its attempts, the oldest first. */
    public record Followed(Delivery delivery, List<Attempt> attempts) {
        public Followed {
            attempts = List.copyOf(attempts);
        }
    }
}
