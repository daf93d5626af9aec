package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.usecase.FindRentals;
import io.xunshi.platform.order.usecase.SettleRental;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Damage claims that tenant and owner do not agree on, for the officers of the platform. */
@RestController
@RequestMapping("/api/v1/contested-rentals")
class ContestedRentalController {
    private final FindRentals findRentals;
    private final SettleRental settleRental;

    ContestedRentalController(FindRentals findRentals, SettleRental settleRental) {
        this.findRentals = findRentals;
        this.settleRental = settleRental;
    }

    /** The most urgent first. */
    @GetMapping
    @Access(Caller.ADMINISTRATOR)
    Mono<Page<RentalResponse>> contested(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findRentals
                .findContested(Cursor.decode(cursor), limit)
                .map(page -> page.map(RentalResponse::ofContested));
    }

    @PostMapping("/{id}/decision")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<RentalResponse> decide(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        return settleRental
                .decide(who.id(), new RentalId(id), request.damage(), request.words())
                .flatMap(findRentals::whole)
                .map(RentalResponse::ofContested);
    }

    /** @param damage what the owner gets out of the deposit, from nothing to what was claimed */
    record DecisionRequest(
            @NotNull Money damage,
            @NotBlank @Size(max = 1000) String words) {}
}
