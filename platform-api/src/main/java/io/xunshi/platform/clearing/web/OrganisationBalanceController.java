package io.xunshi.platform.clearing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.payment.Balance;
import io.xunshi.platform.payment.Balances;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PayoutState;
import io.xunshi.platform.payment.PayoutView;
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

/** An organisation's own money, for its owners and those who look after it. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class OrganisationBalanceController {
    private final Balances balances;
    private final Organisations organisations;

    OrganisationBalanceController(Balances balances, Organisations organisations) {
        this.balances = balances;
        this.organisations = organisations;
    }

    @GetMapping("/balance")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Balance> balance(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return payee(who, id).flatMap(balances::balanceOf);
    }

    /** Newest first. */
    @GetMapping("/balance/entries")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<Page<OrganisationEntry>> entries(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return payee(who, id)
                .flatMap(payee -> balances.entriesOf(payee, Cursor.decode(cursor), limit))
                .map(page ->
                        page.map(line -> new OrganisationEntry(line.entryId(), line.at(), line.kind(), line.amount())));
    }

    /** The last fifty, newest first. */
    @GetMapping("/payouts")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    Mono<List<OrganisationPayout>> payouts(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return payee(who, id)
                .flatMap(payee ->
                        balances.payoutsOf(payee).map(OrganisationPayout::of).collectList());
    }

    /** To the organisation's bank account. */
    @PostMapping("/payouts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.FINANCE)
    @RequireIdempotencyKey
    Mono<OrganisationPayout> payOut(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody OrganisationPayoutRequest request) {
        return payee(who, id)
                .flatMap(payee -> balances.payOut(payee, request.amount()))
                .map(OrganisationPayout::of);
    }

    private Mono<Payee> payee(SignedIn who, UUID id) {
        return organisations
                .requireRole(who.id(), new OrganisationId(id), MemberRole.FINANCE)
                .thenReturn(new Payee(id));
    }

    record OrganisationPayoutRequest(@NotNull Money amount) {}

    /** @param kind why the balance changed */
    record OrganisationEntry(UUID id, Instant at, String kind, Money amount) {}

    record OrganisationPayout(UUID id, Money amount, PayoutState state, Instant at) {
        static OrganisationPayout of(PayoutView payout) {
            return new OrganisationPayout(payout.id(), payout.amount(), payout.state(), payout.at());
        }
    }
}
