package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.usecase.FindConsignments;
import io.xunshi.platform.consignment.usecase.Settle;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What consignors follow: with an account their own agreements, without one the agreement of the paper they hold. */
@RestController
@RequestMapping("/api/v1")
class ConsignorController {
    private final FindConsignments findConsignments;
    private final Settle settle;

    ConsignorController(FindConsignments findConsignments, Settle settle) {
        this.findConsignments = findConsignments;
        this.settle = settle;
    }

    @GetMapping("/my/consignments")
    @Access(Caller.SIGNED_IN)
    Mono<Page<AgreementResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findConsignments
                .agreementsOf(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(AgreementResponse::of));
    }

    /** What is owed under one's own agreement becomes one's balance. */
    @PostMapping("/my/consignments/{id}/settlement")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<StatementResponse> settle(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return settle.toBalance(who.id(), id).map(StatementResponse::of);
    }

    /** For whoever holds the paper, without any word of whose it is. */
    @GetMapping("/paper-codes/{code}")
    @Access(Caller.PUBLIC)
    @Limited("paper-codes")
    Mono<AgreementResponse> onPaper(@PathVariable String code) {
        return findConsignments.byPaperCode(code).map(AgreementResponse::onPaper);
    }
}
