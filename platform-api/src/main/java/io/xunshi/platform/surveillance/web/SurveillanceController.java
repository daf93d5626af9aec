package io.xunshi.platform.surveillance.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.surveillance.domain.CaseFilter;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.ClosingReason;
import io.xunshi.platform.surveillance.domain.Detector;
import io.xunshi.platform.surveillance.domain.Severity;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseMove;
import io.xunshi.platform.surveillance.usecase.WorkOnCase;
import io.xunshi.platform.surveillance.web.SurveillanceCaseResponse.SummaryResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Alerts of the detectors, and the cases that officers make of them. */
@RestController
@RequestMapping("/api/v1/oversight/surveillance-cases")
class SurveillanceController {
    private static final String WRITTEN = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*";

    private final WorkOnCase workOnCase;

    SurveillanceController(WorkOnCase workOnCase) {
        this.workOnCase = workOnCase;
    }

    /**
     * Newest first.
     *
     * @param state only those that stand there
     * @param detector only those that it found
     * @param severity only those that are so grave
     */
    @GetMapping
    @Access(Caller.REGULATOR)
    Mono<Page<SummaryResponse>> find(
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable Detector detector,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return workOnCase
                .find(new CaseFilter(state, detector, severity), Cursor.decode(cursor), limit)
                .map(found -> found.page().map(one -> SummaryResponse.of(one, found.names())));
    }

    @GetMapping("/{id}")
    @Access(Caller.REGULATOR)
    Mono<SurveillanceCaseResponse> read(@PathVariable UUID id) {
        return workOnCase.read(id).map(SurveillanceCaseResponse::of);
    }

    /** Moves it on. What is grave is closed by asking for it, and by another officer's confirmation. */
    @PostMapping("/{id}/moves")
    @Access(Caller.REGULATOR)
    @RequireIdempotencyKey
    Mono<SurveillanceCaseResponse> move(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CaseMoveRequest request) {
        return workOnCase.move(who.id(), id, request.toMove()).map(SurveillanceCaseResponse::of);
    }

    /** The caller works on it from now on. */
    @PutMapping("/{id}/assignee")
    @Access(Caller.REGULATOR)
    Mono<SurveillanceCaseResponse> takeOver(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return workOnCase.takeOver(who.id(), id).map(SurveillanceCaseResponse::of);
    }

    /** Also on what is closed. */
    @PostMapping("/{id}/notes")
    @Access(Caller.REGULATOR)
    @RequireIdempotencyKey
    Mono<SurveillanceCaseResponse> note(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CaseNoteRequest request) {
        return workOnCase
                .note(who.id(), id, request.words().strip(), request.documentSha256())
                .map(SurveillanceCaseResponse::of);
    }

    /**
     * @param from the state that the officer has seen
     * @param reason of a closing; null for every other move, and for a confirmation
     * @param words why
     */
    record CaseMoveRequest(
            @NotNull CaseState from,
            @NotNull CaseState to,
            @Nullable ClosingReason reason,

            @NotNull @Size(max = 1000) @Pattern(regexp = WRITTEN)
            String words) {

        CaseMove toMove() {
            return new CaseMove(from, to, reason, words.strip());
        }
    }

    /** @param documentSha256 of a paper that the officer has, hexadecimal; null where there is none */
    record CaseNoteRequest(
            @NotBlank @Size(max = 2000) @Pattern(regexp = WRITTEN)
            String words,

            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String documentSha256) {}
}
