package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.ModerationCase.RefusalReason;
import io.xunshi.platform.listing.domain.RuleFigures;
import io.xunshi.platform.listing.usecase.DecideCase;
import io.xunshi.platform.listing.usecase.FindCases;
import io.xunshi.platform.listing.usecase.HoldAgainstRules;
import io.xunshi.platform.listing.usecase.QueueForModeration;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the rules say about a listing, and what moderators make of what they leave open. */
@RestController
@RequestMapping("/api/v1")
class ModerationController {
    private final HoldAgainstRules holdAgainstRules;
    private final QueueForModeration queueForModeration;
    private final DecideCase decideCase;
    private final FindCases findCases;
    private final TradeRules tradeRules;

    ModerationController(
            HoldAgainstRules holdAgainstRules,
            QueueForModeration queueForModeration,
            DecideCase decideCase,
            FindCases findCases,
            TradeRules tradeRules) {
        this.holdAgainstRules = holdAgainstRules;
        this.queueForModeration = queueForModeration;
        this.decideCase = decideCase;
        this.findCases = findCases;
        this.tradeRules = tradeRules;
    }

    /** What would happen if the owner published it now. */
    @GetMapping("/listings/{id}/rule-check")
    @Access(Caller.RESIDENT)
    Mono<RuleCheckResponse> check(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return holdAgainstRules.preview(who.id(), new ListingId(id)).map(RuleCheckResponse::of);
    }

    /** The latest that moderators were asked about it; <code>latest</code> is null where they never were. */
    @GetMapping("/listings/{id}/moderation")
    @Access(Caller.RESIDENT)
    Mono<ModerationResponse> moderation(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findCases
                .findLatest(who.id(), new ListingId(id))
                .map(found -> new ModerationResponse(CaseResponse.of(found, rulesOf(found.rules()))))
                .defaultIfEmpty(new ModerationResponse(null));
    }

    /** Once against a refusal; another moderator decides. */
    @PostMapping("/listings/{id}/appeal")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @RequireIdempotencyKey
    Mono<CaseResponse> appeal(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AppealRequest request) {
        return queueForModeration
                .appeal(who.id(), new ListingId(id), request.words())
                .map(found -> CaseResponse.of(found, rulesOf(found.rules())));
    }

    /** What waits for this moderator, the longest first. */
    @GetMapping("/moderation/cases")
    @Access(Caller.MODERATOR)
    Mono<Page<WaitingCaseResponse>> open(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findCases
                .findOpenFor(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(whole ->
                        WaitingCaseResponse.of(whole, rulesOf(whole.open().rules()))));
    }

    /** A refusal needs a reason. */
    @PostMapping("/moderation/cases/{id}/decision")
    @Access(Caller.MODERATOR)
    @RequireIdempotencyKey
    Mono<CaseResponse> decide(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        return decided(who, id, request).map(found -> CaseResponse.of(found, rulesOf(found.rules())));
    }

    /** How often moderators agreed with each rule that sent them something in the last year. */
    @GetMapping("/moderation/rule-figures")
    @Access(Caller.MODERATOR)
    Flux<RuleFiguresResponse> figures() {
        return findCases
                .figures()
                .mapNotNull(figures -> tradeRules
                        .find(figures.rule())
                        .map(rule -> RuleFiguresResponse.of(rule, figures))
                        .orElse(null));
    }

    private Mono<ModerationCase> decided(SignedIn who, UUID id, DecisionRequest request) {
        var reason = request.reason();
        if (Boolean.TRUE.equals(request.approved())) {
            return decideCase.approve(who.id(), id);
        }
        return reason == null
                ? Mono.error(FieldFault.refuse(List.of(new FieldFault("reason", "listing.field.reason"))))
                : decideCase.refuse(who.id(), id, reason, Objects.requireNonNullElse(request.remark(), ""));
    }

    private List<TradeRule> rulesOf(List<String> references) {
        return references.stream()
                .map(tradeRules::find)
                .flatMap(Optional::stream)
                .toList();
    }

    record AppealRequest(@NotBlank @Size(max = 500) String words) {}

    /**
     * @param reason needed for a refusal
     * @param remark for the owner
     */
    record DecisionRequest(
            @NotNull Boolean approved,
            @Nullable RefusalReason reason,
            @Nullable @Size(max = 300) String remark) {}

    /** @param rules those that decide, or that the owner should know of */
    record RuleCheckResponse(Outcome outcome, List<TradeRule> rules) {
        static RuleCheckResponse of(Verdict verdict) {
            var outcome = switch (verdict) {
                case Verdict.Allowed allowed -> Outcome.ALLOWED;
                case Verdict.NeedsReview open -> Outcome.REVIEW;
                case Verdict.Refused refused -> Outcome.REFUSED;
            };
            return new RuleCheckResponse(outcome, verdict.rules());
        }

        enum Outcome {
            ALLOWED,
            REVIEW,
            REFUSED
        }
    }

    record ModerationResponse(@Nullable CaseResponse latest) {}

    /** @param precisionPercent how many of a hundred decisions agreed with the rule; null before the first */
    record RuleFiguresResponse(
            TradeRule rule,
            long waiting,
            long refused,
            long approved,
            @Nullable Integer precisionPercent) {
        static RuleFiguresResponse of(TradeRule rule, RuleFigures figures) {
            return new RuleFiguresResponse(
                    rule, figures.waiting(), figures.refused(), figures.approved(), figures.precisionPercent());
        }
    }
}
