package io.xunshi.platform.connection.web;

import io.xunshi.platform.connection.domain.MachineClient;
import io.xunshi.platform.connection.usecase.RunMachineClients;
import io.xunshi.platform.connection.usecase.RunMachineClients.NewSecret;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An organisation's programs, for its owners. */
@RestController
@RequestMapping("/api/v1/organisations/{id}/machine-clients")
class MachineClientController {
    private static final int PASSWORD_MAX = 200;
    private static final int OVERLAP_HOURS_MAX = 168;

    private final RunMachineClients runMachineClients;

    MachineClientController(RunMachineClients runMachineClients) {
        this.runMachineClients = runMachineClients;
    }

    /** Also revoked ones, the newest first. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<List<MachineClientResponse>> all(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return runMachineClients
                .findOf(who.id(), new OrganisationId(id))
                .map(clients -> clients.stream().map(MachineClientResponse::of).toList());
    }

    /** Makes one that has no secret yet. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<MachineClientResponse> make(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody MachineClientRequest request) {
        return request.scopes().contains(Scope.SIGNER) && !request.scopes().contains(Scope.TRADER)
                ? Mono.error(FieldFault.refuse(List.of(new FieldFault("scopes", "connection.field.signer-trades"))))
                : runMachineClients
                        .make(
                                who.id(),
                                new OrganisationId(id),
                                request.name().strip(),
                                request.scopes(),
                                request.password())
                        .map(MachineClientResponse::of);
    }

    /**
     * Says a new secret, this once. Needs no idempotency key, because an answer that is kept for a repetition would
     * keep the secret; asked again there is one more, and the one before ends after the overlap.
     */
    @PostMapping("/{client}/secrets")
    @Access(Caller.SIGNED_IN)
    Mono<ResponseEntity<ClientSecretResponse>> renewSecret(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID client,
            @Valid @RequestBody SecretRequest request) {
        return runMachineClients
                .renewSecret(
                        who.id(),
                        new OrganisationId(id),
                        client,
                        Duration.ofHours(request.overlapHours()),
                        request.password())
                .map(renewed -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(ClientSecretResponse.of(renewed)));
    }

    @PostMapping("/{client}/revocation")
    @Access(Caller.SIGNED_IN)
    Mono<MachineClientResponse> revoke(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @PathVariable UUID client) {
        return runMachineClients
                .revoke(who.id(), new OrganisationId(id), client)
                .map(MachineClientResponse::of);
    }

    /** @param password of who asks, once more */
    record MachineClientRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotEmpty Set<@NotNull Scope> scopes,
            @NotNull @Size(max = PASSWORD_MAX) String password) {}

    /** @param overlapHours for which the secret before it stays good; 0 where it may have leaked */
    record SecretRequest(
            @Min(0) @Max(OVERLAP_HOURS_MAX) int overlapHours,
            @NotNull @Size(max = PASSWORD_MAX) String password) {}

    /**
     * @param clientId what a token request names
     * @param accountId by which it stands in what it does
     */
    record MachineClientResponse(
            UUID clientId,
            UUID accountId,
            String name,
            List<Scope> scopes,
            Instant madeAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            List<KeptSecretResponse> secrets) {
        static MachineClientResponse of(MachineClient client) {
            return new MachineClientResponse(
                    client.id(),
                    client.account().value(),
                    client.name(),
                    client.scopes().stream().sorted().toList(),
                    client.madeAt(),
                    client.lastUsedAt(),
                    client.revokedAt(),
                    client.secrets().stream()
                            .map(kept -> new KeptSecretResponse(kept.madeAt(), kept.endsAt()))
                            .toList());
        }
    }

    /** @param endsAt null for the newest */
    record KeptSecretResponse(Instant madeAt, @Nullable Instant endsAt) {}

    /** @param secret to be kept by the program; said this once */
    record ClientSecretResponse(MachineClientResponse client, String secret) {
        static ClientSecretResponse of(NewSecret renewed) {
            return new ClientSecretResponse(MachineClientResponse.of(renewed.client()), renewed.secret());
        }
    }
}
