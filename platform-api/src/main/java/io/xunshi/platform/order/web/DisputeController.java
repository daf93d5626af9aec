package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.RemedyKind;
import io.xunshi.platform.order.usecase.ChangeDispute;
import io.xunshi.platform.order.usecase.FindDisputes;
import io.xunshi.platform.order.usecase.OpenDispute;
import io.xunshi.platform.order.web.DisputeResponse.EffectResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
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

/** Disputes, for the two sides of the purchase. */
@RestController
@RequestMapping("/api/v1")
class DisputeController {
    /** Plain text in lines, without control characters. */
    static final String PLAIN = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*";

    private static final int WORDS_MAX = 1000;
    private static final int PHOTOS_MAX = 6;

    private final OpenDispute openDispute;
    private final ChangeDispute changeDispute;
    private final FindDisputes findDisputes;

    DisputeController(OpenDispute openDispute, ChangeDispute changeDispute, FindDisputes findDisputes) {
        this.openDispute = openDispute;
        this.changeDispute = changeDispute;
        this.findDisputes = findDisputes;
    }

    @PostMapping("/orders/{id}/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("orders")
    @RequireIdempotencyKey
    Mono<DisputeResponse> open(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody OpenRequest request) {
        return openDispute
                .open(
                        who.id(),
                        new OrderId(id),
                        request.reason(),
                        request.remedy(),
                        request.refund(),
                        request.words(),
                        photos(request.photoIds()))
                .flatMap(opened -> shown(who, opened));
    }

    /** Who would get what if so much of the price were refunded. */
    @GetMapping("/orders/{id}/refund-effect")
    @Access(Caller.SIGNED_IN)
    Mono<EffectResponse> effect(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") @PositiveOrZero long refundFen,
            @RequestParam(defaultValue = "OTHER") DisputeReason reason) {
        return findDisputes
                .effect(who.id(), new OrderId(id), Money.fen(refundFen), reason)
                .map(EffectResponse::of);
    }

    @GetMapping("/disputes/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, new DisputeId(id));
    }

    /** Accepts what the other side proposed in the step of that number, if it is still its last. */
    @PostMapping("/disputes/{id}/acceptance")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<DisputeResponse> accept(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AcceptRequest request) {
        return done(who, id, changeDispute.accept(who.id(), new DisputeId(id), request.step()));
    }

    @PostMapping("/disputes/{id}/proposals")
    @Access(Caller.SIGNED_IN)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<DisputeResponse> propose(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ProposeRequest request) {
        return done(
                who,
                id,
                changeDispute.propose(
                        who.id(),
                        new DisputeId(id),
                        request.remedy(),
                        request.refund(),
                        Objects.requireNonNullElse(request.words(), ""),
                        photos(request.photoIds())));
    }

    @PostMapping("/disputes/{id}/rejection")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> reject(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SayRequest request) {
        return done(
                who,
                id,
                changeDispute.reject(who.id(), new DisputeId(id), request.words(), photos(request.photoIds())));
    }

    @PostMapping("/disputes/{id}/evidence")
    @Access(Caller.SIGNED_IN)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<DisputeResponse> addEvidence(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SayRequest request) {
        return done(
                who,
                id,
                changeDispute.addEvidence(who.id(), new DisputeId(id), request.words(), photos(request.photoIds())));
    }

    @PostMapping("/disputes/{id}/escalation")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> escalate(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return done(who, id, changeDispute.escalate(who.id(), new DisputeId(id)));
    }

    @PostMapping("/disputes/{id}/withdrawal")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<DisputeResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return done(who, id, changeDispute.withdraw(who.id(), new DisputeId(id)));
    }

    @PostMapping("/disputes/{id}/appeal")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> appeal(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AppealRequest request) {
        return done(who, id, changeDispute.appeal(who.id(), new DisputeId(id), request.words()));
    }

    /** The buyer brought the goods back. */
    @PostMapping("/disputes/{id}/return")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> claimReturn(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReturnRequest request) {
        return done(
                who,
                id,
                changeDispute.claimReturn(
                        who.id(),
                        new DisputeId(id),
                        Objects.requireNonNullElse(request.words(), ""),
                        photos(request.photoIds())));
    }

    /** The seller has them: the refund goes. */
    @PostMapping("/disputes/{id}/return-confirmation")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<DisputeResponse> confirmReturn(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return done(who, id, changeDispute.confirmReturn(who.id(), new DisputeId(id)));
    }

    /** The seller has them not, or others. */
    @PostMapping("/disputes/{id}/return-denial")
    @Access(Caller.SIGNED_IN)
    Mono<DisputeResponse> denyReturn(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody SayRequest request) {
        return done(
                who,
                id,
                changeDispute.denyReturn(who.id(), new DisputeId(id), request.words(), photos(request.photoIds())));
    }

    private Mono<DisputeResponse> done(SignedIn who, UUID id, Mono<Void> step) {
        return step.then(Mono.defer(() -> shown(who, new DisputeId(id))));
    }

    private Mono<DisputeResponse> shown(SignedIn who, DisputeId id) {
        return findDisputes.find(who.id(), id).map(file -> DisputeResponse.toSide(file, who.id()));
    }

    private static List<PhotoId> photos(@Nullable List<UUID> ids) {
        return Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                .map(PhotoId::new)
                .toList();
    }

    /**
     * @param refund for a partial refund; otherwise it follows from the remedy
     * @param photoIds the caller's own, completed; required where the fault can be seen
     */
    record OpenRequest(
            @NotNull DisputeReason reason,
            @NotNull RemedyKind remedy,
            @Nullable Money refund,

            @NotBlank @Size(max = WORDS_MAX) @Pattern(regexp = PLAIN)
            String words,

            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds) {}

    /** @param step the number of the step that proposed it */
    record AcceptRequest(@NotNull Integer step) {}

    /** @param refund for a partial refund; otherwise it follows from the remedy */
    record ProposeRequest(
            @NotNull RemedyKind remedy,
            @Nullable Money refund,

            @Nullable @Size(max = WORDS_MAX) @Pattern(regexp = PLAIN)
            String words,

            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds) {}

    record SayRequest(
            @NotBlank @Size(max = WORDS_MAX) @Pattern(regexp = PLAIN)
            String words,

            @Nullable @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds) {}

    record AppealRequest(
            @NotBlank @Size(max = WORDS_MAX) @Pattern(regexp = PLAIN)
            String words) {}

    /** @param photoIds of the handover; a claim is shown, not only made */
    record ReturnRequest(
            @Nullable @Size(max = WORDS_MAX) @Pattern(regexp = PLAIN)
            String words,

            @NotEmpty @Size(max = PHOTOS_MAX) List<@NotNull UUID> photoIds) {}
}
