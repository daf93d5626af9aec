package io.xunshi.platform.connection.web;

import io.xunshi.platform.connection.domain.EndpointState;
import io.xunshi.platform.connection.domain.WebhookEndpoint;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.usecase.RunWebhookEndpoints;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where an organisation's own systems are told, for its owners. */
@RestController
@RequestMapping("/api/v1")
class WebhookEndpointController {
    private static final int OVERLAP_HOURS_MAX = 168;

    private final RunWebhookEndpoints runWebhookEndpoints;

    WebhookEndpointController(RunWebhookEndpoints runWebhookEndpoints) {
        this.runWebhookEndpoints = runWebhookEndpoints;
    }

    /** What endpoints can choose. */
    @GetMapping("/webhook-event-types")
    @Access(Caller.PUBLIC)
    List<String> types() {
        return WebhookType.choosable().stream().map(WebhookType::code).toList();
    }

    /** The oldest first. */
    @GetMapping("/organisations/{id}/webhook-endpoints")
    @Access(Caller.SIGNED_IN)
    Mono<List<WebhookEndpointResponse>> all(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return runWebhookEndpoints
                .findOf(who.id(), new OrganisationId(id))
                .map(endpoints ->
                        endpoints.stream().map(WebhookEndpointResponse::of).toList());
    }

    @PostMapping("/organisations/{id}/webhook-endpoints")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<WebhookEndpointResponse> add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody WebhookEndpointRequest request) {
        return Mono.fromCallable(request::types)
                .flatMap(types -> runWebhookEndpoints.add(who.id(), new OrganisationId(id), request.url(), types))
                .map(WebhookEndpointResponse::of);
    }

    @PutMapping("/organisations/{id}/webhook-endpoints/{endpoint}")
    @Access(Caller.SIGNED_IN)
    Mono<WebhookEndpointResponse> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WebhookEndpointRequest request) {
        return Mono.fromCallable(request::types)
                .flatMap(types -> runWebhookEndpoints.edit(
                        who.id(), new OrganisationId(id), endpoint, EntityVersion.of(ifMatch), request.url(), types))
                .map(WebhookEndpointResponse::of);
    }

    /** What waits is not delivered any more. */
    @DeleteMapping("/organisations/{id}/webhook-endpoints/{endpoint}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> remove(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID endpoint) {
        return runWebhookEndpoints.remove(who.id(), new OrganisationId(id), endpoint);
    }

    /** What happens meanwhile waits. */
    @PostMapping("/organisations/{id}/webhook-endpoints/{endpoint}/pause")
    @Access(Caller.SIGNED_IN)
    Mono<WebhookEndpointResponse> pause(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID endpoint) {
        return runWebhookEndpoints
                .move(who.id(), new OrganisationId(id), endpoint, EndpointState.PAUSED)
                .map(WebhookEndpointResponse::of);
    }

    /** Also of one that failed; what happened while it was stopped is asked for by a replay. */
    @PostMapping("/organisations/{id}/webhook-endpoints/{endpoint}/resumption")
    @Access(Caller.SIGNED_IN)
    Mono<WebhookEndpointResponse> resume(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID endpoint) {
        return runWebhookEndpoints
                .move(who.id(), new OrganisationId(id), endpoint, EndpointState.ACTIVE)
                .map(WebhookEndpointResponse::of);
    }

    /** Says a new secret, this once; needs no idempotency key, because a kept answer would keep the secret. */
    @PostMapping("/organisations/{id}/webhook-endpoints/{endpoint}/secrets")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<WebhookSecretResponse>> renewSecret(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @Valid @RequestBody WebhookSecretRequest request) {
        return runWebhookEndpoints
                .renewSecret(who.id(), new OrganisationId(id), endpoint, Duration.ofHours(request.overlapHours()))
                .map(secret -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new WebhookSecretResponse(secret)));
    }

    /** @param eventTypes of <code>/api/v1/webhook-event-types</code> */
    record WebhookEndpointRequest(
            @NotBlank @Size(max = 500) String url,
            @NotEmpty @Size(max = 60) List<@NotNull @Size(max = 60) String> eventTypes) {
        List<WebhookType> types() {
            var types = eventTypes.stream()
                    .distinct()
                    .flatMap(code -> WebhookType.ofCode(code).stream())
                    .toList();
            if (types.size() < eventTypes.stream().distinct().count()) {
                throw FieldFault.refuse(List.of(new FieldFault("eventTypes", "connection.field.event-types")));
            }
            return types;
        }
    }

    /** @param overlapHours for which messages are signed with the secret before it as well */
    record WebhookSecretRequest(
            @Min(0) @Max(OVERLAP_HOURS_MAX) int overlapHours) {}

    /** @param secret of Standard Webhooks, <code>whsec_…</code>; said this once */
    record WebhookSecretResponse(String secret) {}

    /** @param failingSince null where the last delivery was taken */
    record WebhookEndpointResponse(
            UUID id,
            String url,
            List<String> eventTypes,
            EndpointState state,
            @Nullable Instant failingSince,
            Instant madeAt,
            long version) {
        static WebhookEndpointResponse of(WebhookEndpoint endpoint) {
            return new WebhookEndpointResponse(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.types().stream().map(WebhookType::code).toList(),
                    endpoint.state(),
                    endpoint.failingSince(),
                    endpoint.madeAt(),
                    endpoint.version());
        }
    }
}
