package io.xunshi.platform.deal.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.usecase.FindDeals;
import io.xunshi.platform.deal.usecase.SignContract;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** Deals (成交) and their contracts, for the two sides. */
@RestController
@RequestMapping("/api/v1")
class DealController {
    private static final int PASSWORD_MAX = 200;

    private final FindDeals findDeals;
    private final SignContract signContract;

    DealController(FindDeals findDeals, SignContract signContract) {
        this.findDeals = findDeals;
        this.signContract = signContract;
    }

    @GetMapping("/deals/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<DealResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findDeals.find(who.id(), new DealId(id)).map(DealResponse::of);
    }

    /** An organisation's, on either side, newest first. */
    @GetMapping("/organisations/{id}/deals")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    Mono<Page<DealResponse>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable("id") UUID organisation,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findDeals
                .findOf(who.id(), new OrganisationId(organisation), Cursor.decode(cursor), limit)
                .map(page -> page.map(DealResponse::of));
    }

    /** Signs the contract for one side; asks for the password again. */
    @PostMapping("/deals/{id}/signatures")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.SIGNER)
    @RequireIdempotencyKey
    Mono<DealResponse> sign(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SigningRequest request) {
        return signContract
                .sign(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.contractHash(),
                        request.password())
                .map(DealResponse::of);
    }

    /**
     * @param organisationId for whom
     * @param contractHash of the text that was read
     */
    record SigningRequest(
            @NotNull UUID organisationId,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String contractHash,
            @NotNull @Size(max = PASSWORD_MAX) String password) {}
}
