package io.xunshi.platform.deal.web;

import io.xunshi.platform.deal.usecase.FindDeals;
import io.xunshi.platform.deal.usecase.Negotiate;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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

/** How a buyer and a seller come to terms over a lot (议价). */
@RestController
@RequestMapping("/api/v1")
class ProposalController {
    private final Negotiate negotiate;
    private final FindDeals findDeals;

    ProposalController(Negotiate negotiate, FindDeals findDeals) {
        this.negotiate = negotiate;
        this.findDeals = findDeals;
    }

    /** Buys the lot or a part of it at the price that it names; both then have a contract to sign. */
    @PostMapping("/lots/{id}/purchases")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<DealResponse> buy(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody LotPurchaseRequest request) {
        return negotiate
                .buy(
                        who.id(),
                        new OrganisationId(request.organisationId()),
                        new LotId(id),
                        request.lotTerms(),
                        request.quantity())
                .map(DealResponse::of);
    }

    /** Says what the buyer would pay; binding for a day. */
    @PostMapping("/lots/{id}/proposals")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ProposalResponse> propose(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ProposalRequest request) {
        return negotiate
                .propose(
                        who.id(),
                        new OrganisationId(request.organisationId()),
                        new LotId(id),
                        request.quantity(),
                        request.price())
                .flatMap(findDeals::proposed)
                .map(ProposalResponse::of);
    }

    /** Says something else; binding in its turn. */
    @PostMapping("/lot-proposals/{id}/counter-proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<ProposalResponse> counter(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody CounterProposalRequest request) {
        return negotiate
                .counter(who.id(), id, request.quantity(), request.price())
                .flatMap(findDeals::proposed)
                .map(ProposalResponse::of);
    }

    /** Takes the last word: both then have a contract to sign. */
    @PostMapping("/lot-proposals/{id}/acceptance")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<DealResponse> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return negotiate.accept(who.id(), id).map(DealResponse::of);
    }

    @PostMapping("/lot-proposals/{id}/refusal")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ProposalResponse> refuse(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return negotiate.refuse(who.id(), id).flatMap(findDeals::proposed).map(ProposalResponse::of);
    }

    /** An organisation's, on either side, those that moved last first. */
    @GetMapping("/organisations/{id}/lot-proposals")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<Page<ProposalResponse>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findDeals
                .proposalsOf(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(ProposalResponse::of));
    }

    /**
     * @param organisationId who buys
     * @param lotTerms the <code>termsVersion</code> of the lot that the buyer has seen
     * @param quantity grams or pieces
     */
    record LotPurchaseRequest(
            @NotNull UUID organisationId,
            @NotNull Long lotTerms,
            @NotNull Long quantity) {}

    /**
     * @param organisationId who would buy
     * @param quantity grams or pieces
     * @param price for a tonne or a piece, on the lot's tax basis
     */
    record ProposalRequest(
            @NotNull UUID organisationId,
            @NotNull Long quantity,
            @NotNull Money price) {}

    /**
     * @param quantity grams or pieces
     * @param price for a tonne or a piece, on the lot's tax basis
     */
    record CounterProposalRequest(
            @NotNull Long quantity, @NotNull Money price) {}
}
