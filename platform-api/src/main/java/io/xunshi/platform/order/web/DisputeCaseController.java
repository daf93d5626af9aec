package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.usecase.DecideDispute;
import io.xunshi.platform.order.usecase.FindDisputes;
import io.xunshi.platform.order.web.DisputeResponse.EffectResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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

/** Disputes in which an officer was called, for the officers who decide them (平台裁决). */
@RestController
@RequestMapping("/api/v1/dispute-cases")
class DisputeCaseController {
    private final FindDisputes findDisputes;
    private final DecideDispute decideDispute;

    DisputeCaseController(FindDisputes findDisputes, DecideDispute decideDispute) {
        this.findDisputes = findDisputes;
        this.decideDispute = decideDispute;
    }

    /** Those that wait for a decision, the one that waits longest first. */
    @GetMapping
    @Access(Caller.ADMINISTRATOR)
    Mono<Page<QueuedDisputeResponse>> queue(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "40") @Min(1) @Max(60) int limit) {
        return findDisputes
                .queue(Cursor.decode(cursor), limit)
                .map(page -> page.map(file -> QueuedDisputeResponse.of(file, who.id())));
    }

    @GetMapping("/{id}")
    @Access(Caller.ADMINISTRATOR)
    Mono<DisputeResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, id);
    }

    /** Who would get what if so much of the price were refunded. */
    @GetMapping("/{id}/refund-effect")
    @Access(Caller.ADMINISTRATOR)
    Mono<EffectResponse> effect(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") @PositiveOrZero long refundFen) {
        return findDisputes
                .effectForOfficer(new DisputeId(id), Money.fen(refundFen))
                .map(EffectResponse::of);
    }

    @PostMapping("/{id}/decision")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<DisputeResponse> decide(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DecideRequest request) {
        return decideDispute
                .decide(who.id(), new DisputeId(id), request.remedy(), request.refund(), request.reasons())
                .then(Mono.defer(() -> shown(who, id)));
    }

    private Mono<DisputeResponse> shown(SignedIn who, UUID id) {
        return findDisputes.findForOfficer(new DisputeId(id)).map(file -> DisputeResponse.toOfficer(file, who.id()));
    }

    /**
     * @param refund for a partial refund; otherwise it follows from the remedy
     * @param reasons both sides read them
     */
    record DecideRequest(
            @NotNull RemedyKind remedy,
            @Nullable Money refund,

            @NotBlank @Size(min = 10, max = 2000) @Pattern(regexp = DisputeController.PLAIN)
            String reasons) {}
}
