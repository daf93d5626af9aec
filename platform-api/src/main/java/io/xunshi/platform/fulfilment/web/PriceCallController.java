package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.usecase.CallPrice;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.WeighTicket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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

/** Prices that one side of a deal calls (点价). */
@RestController
@RequestMapping("/api/v1/deals/{id}/price-calls")
class PriceCallController {
    private final CallPrice callPrice;
    private final FindFulfilments findFulfilments;

    PriceCallController(CallPrice callPrice, FindFulfilments findFulfilments) {
        this.callPrice = callPrice;
        this.findFulfilments = findFulfilments;
    }

    /** Binds at once; a day can be called until its session opens, at 21:00 on the trading day before. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> call(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody PriceCallRequest request) {
        return callPrice
                .call(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.day(),
                        request.grams())
                .flatMap(performed -> findFulfilments.seen(who.id(), performed))
                .map(FulfilmentResponse::of);
    }

    /**
     * @param organisationId for whom
     * @param day whose fixing counts
     * @param grams all that is left, where it is left out
     */
    record PriceCallRequest(
            @NotNull UUID organisationId,
            @NotNull LocalDate day,
            @Nullable @Min(1) @Max(WeighTicket.MAX_GRAMS) Long grams) {}
}
