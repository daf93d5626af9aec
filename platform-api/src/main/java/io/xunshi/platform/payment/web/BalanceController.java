package io.xunshi.platform.payment.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A seller's money. */
@RestController
@RequestMapping("/api/v1/my")
class BalanceController {
    private final Balances balances;

    BalanceController(Balances balances) {
        this.balances = balances;
    }

    @GetMapping("/balance")
    @Access(Caller.SIGNED_IN)
    Mono<Balance> balance(@AuthenticationPrincipal SignedIn who) {
        return balances.balanceOf(Payee.of(who.id()));
    }

    @GetMapping("/balance/entries")
    @Access(Caller.SIGNED_IN)
    Mono<Page<EntryResponse>> entries(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return balances.entriesOf(Payee.of(who.id()), Cursor.decode(cursor), limit)
                .map(page ->
                        page.map(line -> new EntryResponse(line.entryId(), line.at(), line.kind(), line.amount())));
    }

    @GetMapping("/payouts")
    @Access(Caller.SIGNED_IN)
    Mono<List<PayoutResponse>> payouts(@AuthenticationPrincipal SignedIn who) {
        return balances.payoutsOf(Payee.of(who.id())).map(PayoutResponse::of).collectList();
    }

    @PostMapping("/payouts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<PayoutResponse> request(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody PayoutRequest request) {
        return balances.payOut(Payee.of(who.id()), request.amount()).map(PayoutResponse::of);
    }

    record PayoutRequest(@NotNull Money amount) {}

    /** @param kind why the balance changed */
    record EntryResponse(UUID id, Instant at, String kind, Money amount) {}

    record PayoutResponse(UUID id, Money amount, PayoutState state, Instant at) {

        static PayoutResponse of(PayoutView payout) {
            return new PayoutResponse(payout.id(), payout.amount(), payout.state(), payout.at());
        }
    }
}
