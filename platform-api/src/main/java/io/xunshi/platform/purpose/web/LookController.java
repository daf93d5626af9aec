package io.xunshi.platform.purpose.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.purpose.PurposeKind;
import io.xunshi.platform.purpose.Sight;
import io.xunshi.platform.purpose.domain.Look.Verdict;
import io.xunshi.platform.purpose.usecase.ReviewLooks;
import io.xunshi.platform.purpose.usecase.ReviewLooks.NamedLook;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** Looks of colleagues, for those who review them. */
@RestController
@RequestMapping("/api/v1/oversight/looks")
class LookController {
    private final ReviewLooks reviewLooks;

    LookController(ReviewLooks reviewLooks) {
        this.reviewLooks = reviewLooks;
    }

    /** Of others with the reader's role, newest first; neither the reader's own nor those at the reader. */
    @GetMapping
    @Access({Caller.REGULATOR, Caller.ADMINISTRATOR})
    Mono<Page<LookResponse>> find(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "false") boolean unreviewed,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return reviewLooks
                .findFor(who, unreviewed, Cursor.decode(cursor), limit)
                .map(page -> page.map(LookResponse::of));
    }

    /** Once, for good. */
    @PostMapping("/{id}/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access({Caller.REGULATOR, Caller.ADMINISTRATOR})
    @RequireIdempotencyKey
    Mono<Void> review(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody LookReviewRequest request) {
        return reviewLooks.review(who, id, request.verdict(), request.words().strip());
    }

    /** @param words why */
    record LookReviewRequest(
            @NotNull Verdict verdict,

            @NotBlank @Size(max = 300) @Pattern(regexp = PlainText.LINES)
            String words) {}

    /**
     * @param officer the name of who looked
     * @param person the masked name of who was seen; empty where it is nobody's with an account
     * @param thing the trade, ring or organisation; null where people were looked for
     * @param review null while nobody has reviewed it
     */
    record LookResponse(
            UUID id,
            Instant at,
            String officer,
            PurposeKind kind,
            String caseNumber,
            String reason,
            @Nullable Instant untoldUntil,
            Sight sight,
            @Nullable UUID thing,
            String person,
            @Nullable ReviewResponse review) {

        static LookResponse of(NamedLook named) {
            var look = named.look();
            var review = look.review();
            return new LookResponse(
                    look.id(),
                    look.at(),
                    named.officer(),
                    look.purpose().kind(),
                    look.purpose().caseNumber(),
                    look.purpose().reason(),
                    look.purpose().untoldUntil(),
                    look.sight(),
                    look.thing(),
                    named.maskedPerson(),
                    review == null
                            ? null
                            : new ReviewResponse(named.reviewer(), review.verdict(), review.words(), review.at()));
        }
    }

    record ReviewResponse(String reviewer, Verdict verdict, String words, Instant at) {}
}
