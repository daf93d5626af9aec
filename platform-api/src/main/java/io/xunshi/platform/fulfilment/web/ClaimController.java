package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments;
import io.xunshi.platform.fulfilment.usecase.Performed;
import io.xunshi.platform.fulfilment.usecase.PursueClaim;
import io.xunshi.platform.fulfilment.usecase.PursueClaim.Words;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a buyer says is wrong with the goods (索赔), and how both settle it. */
@RestController
@RequestMapping("/api/v1/deals/{id}")
class ClaimController {
    private final PursueClaim pursueClaim;
    private final FindFulfilments findFulfilments;

    ClaimController(PursueClaim pursueClaim, FindFulfilments findFulfilments) {
        this.pursueClaim = pursueClaim;
        this.findFulfilments = findFulfilments;
    }

    /** For the buyer; the seller has three days to answer. */
    @PostMapping("/claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> raise(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ClaimRequest request) {
        return answer(
                who,
                pursueClaim.raise(
                        who.id(),
                        new DealId(id),
                        request.remedy().remedy(),
                        new Words(request.words().strip(), null, request.documentIds())));
    }

    /** What a side would give or take; the first offer is the seller's answer. */
    @PostMapping("/claim/offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> offer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ClaimOfferRequest request) {
        return answer(
                who,
                pursueClaim.offer(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.remedy().remedy(),
                        new Words(request.words().strip(), null, request.documentIds())));
    }

    /** Pictures, papers, the report of an inspection agency. */
    @PostMapping("/claim/evidence")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> evidence(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ClaimEvidenceRequest request) {
        return answer(
                who,
                pursueClaim.evidence(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        new Words(request.words().strip(), request.inspector(), request.documentIds())));
    }

    /** A side takes what the other said last. */
    @PostMapping("/claim/agreement")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> agree(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ForSideRequest request) {
        return answer(who, pursueClaim.agree(who.id(), new DealId(id), new OrganisationId(request.organisationId())));
    }

    /** A side asks an officer to decide. */
    @PostMapping("/claim/escalation")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> escalate(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ForSideRequest request) {
        return answer(
                who, pursueClaim.escalate(who.id(), new DealId(id), new OrganisationId(request.organisationId())));
    }

    /** For the buyer: the goods are taken as they are. */
    @PostMapping("/claim/withdrawal")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return answer(who, pursueClaim.withdraw(who.id(), new DealId(id)));
    }

    private Mono<FulfilmentResponse> answer(SignedIn who, Mono<Performed> performed) {
        return performed
                .flatMap(changed -> findFulfilments.seen(who.id(), changed))
                .map(FulfilmentResponse::of);
    }

    /** What is wrong, and what the buyer wants for it. */
    record ClaimRequest(
            @NotNull @Valid RemedyRequest remedy,

            @NotBlank @Size(max = 2_000) @Pattern(regexp = PlainText.LINES)
            String words,

            @NotNull @Size(max = 10) List<@NotNull UUID> documentIds) {}

    /** @param organisationId for whom */
    record ClaimOfferRequest(
            @NotNull UUID organisationId,
            @NotNull @Valid RemedyRequest remedy,

            @NotNull @Size(max = 2_000) @Pattern(regexp = PlainText.LINES)
            String words,

            @NotNull @Size(max = 10) List<@NotNull UUID> documentIds) {}

    /**
     * What a side has.
     *
     * @param inspector the independent agency whose report it is; left out for a side's own word
     */
    record ClaimEvidenceRequest(
            @NotNull UUID organisationId,

            @NotBlank @Size(max = 2_000) @Pattern(regexp = PlainText.LINES)
            String words,

            @Nullable @Size(min = 2, max = 80) @Pattern(regexp = PlainText.LINE)
            String inspector,

            @NotNull @Size(max = 10) List<@NotNull UUID> documentIds) {}

    /** @param organisationId for whom */
    record ForSideRequest(@NotNull UUID organisationId) {}
}
