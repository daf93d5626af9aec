package io.xunshi.platform.connection.web;

import io.xunshi.platform.connection.domain.Attempt;
import io.xunshi.platform.connection.domain.Delivery;
import io.xunshi.platform.connection.domain.DeliveryState;
import io.xunshi.platform.connection.usecase.RunWebhookEndpoints;
import io.xunshi.platform.connection.usecase.RunWebhookEndpoints.Followed;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What went to an endpoint and what came of it, for the organisation's owners. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/webhook-endpoints/{endpoint}")
class WebhookDeliveryController {
    private final RunWebhookEndpoints runWebhookEndpoints;

    WebhookDeliveryController(RunWebhookEndpoints runWebhookEndpoints) {
        this.runWebhookEndpoints = runWebhookEndpoints;
    }

    /** The newest first. */
    @GetMapping("/deliveries")
    @Access(Caller.SIGNED_IN)
    Mono<Page<DeliveryResponse>> all(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return runWebhookEndpoints
                .findDeliveries(who.id(), new OrganisationId(id), endpoint, state, Cursor.decode(cursor), limit)
                .map(page -> page.map(DeliveryResponse::of));
    }

    @GetMapping("/deliveries/{delivery}")
    @Access(Caller.SIGNED_IN)
    Mono<FollowedDeliveryResponse> read(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @PathVariable UUID delivery) {
        return runWebhookEndpoints
                .findDelivery(who.id(), new OrganisationId(id), endpoint, delivery)
                .map(FollowedDeliveryResponse::of);
    }

    /** Delivers it once more, with the same id. */
    @PostMapping("/deliveries/{delivery}/replay")
    @Access(Caller.SIGNED_IN)
    @Limited("replays")
    Mono<FollowedDeliveryResponse> replay(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @PathVariable UUID delivery) {
        return runWebhookEndpoints
                .replay(who.id(), new OrganisationId(id), endpoint, delivery)
                .map(FollowedDeliveryResponse::of);
    }

    /** Delivers everything of the chosen types that happened since, also what was delivered. */
    @PostMapping("/replays")
    @Access(Caller.SIGNED_IN)
    @Limited("replays")
    Mono<ReplayResponse> replaySince(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @Valid @RequestBody ReplayRequest request) {
        return runWebhookEndpoints
                .replaySince(who.id(), new OrganisationId(id), endpoint, request.since())
                .map(ReplayResponse::new);
    }

    /** Sends an event of type <code>io.xunshi.test</code>. */
    @PostMapping("/test-events")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("replays")
    Mono<DeliveryResponse> test(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID endpoint) {
        return runWebhookEndpoints
                .test(who.id(), new OrganisationId(id), endpoint)
                .map(DeliveryResponse::of);
    }

    record ReplayRequest(@NotNull Instant since) {}

    /** @param deliveries that are due now */
    record ReplayResponse(long deliveries) {}

    /**
     * @param messageId the id of the CloudEvent, the same at every attempt
     * @param nextAt null where no attempt is due
     * @param lastStatus of HTTP; null where there was no answer or no attempt yet
     */
    record DeliveryResponse(
            UUID id,
            UUID messageId,
            String type,
            Instant happenedAt,
            DeliveryState state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Integer lastStatus,
            Instant madeAt) {
        static DeliveryResponse of(Delivery delivery) {
            return new DeliveryResponse(
                    delivery.id(),
                    delivery.message().id(),
                    delivery.message().type(),
                    delivery.message().happenedAt(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.state() == DeliveryState.WAITING ? delivery.nextAt() : null,
                    delivery.lastStatus(),
                    delivery.madeAt());
        }
    }

    /** @param body what is sent, as it is signed */
    record FollowedDeliveryResponse(DeliveryResponse delivery, String body, List<AttemptResponse> attempts) {
        static FollowedDeliveryResponse of(Followed followed) {
            return new FollowedDeliveryResponse(
                    DeliveryResponse.of(followed.delivery()),
                    followed.delivery().message().body(),
                    followed.attempts().stream().map(AttemptResponse::of).toList());
        }
    }

    /**
     * @param status null where there was no answer
     * @param failure why there was none, in words of the network; null where there was
     * @param answer the beginning of the answer's body
     */
    record AttemptResponse(
            Instant at,
            long durationMillis,
            @Nullable Integer status,
            @Nullable String failure,
            String answer) {
        static AttemptResponse of(Attempt attempt) {
            return new AttemptResponse(
                    attempt.at(), attempt.durationMillis(), attempt.status(), attempt.failure(), attempt.answer());
        }
    }
}
