package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.messaging.domain.MuteAppeal.Verdict;
import io.xunshi.platform.messaging.usecase.DecideMuteAppeal;
import io.xunshi.platform.messaging.usecase.DecideMuteAppeal.NamedAppeal;
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

/** Appeals of muted people that wait for a moderator. */
@RestController
@RequestMapping("/api/v1/moderation/mute-appeals")
class MuteAppealController {
    private final DecideMuteAppeal decideMuteAppeal;

    MuteAppealController(DecideMuteAppeal decideMuteAppeal) {
        this.decideMuteAppeal = decideMuteAppeal;
    }

    /** The longest waiting first, without those that are not the caller's to decide. */
    @GetMapping
    @Access(Caller.MODERATOR)
    Mono<Page<WaitingMuteAppealResponse>> waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return decideMuteAppeal
                .findFor(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(WaitingMuteAppealResponse::of));
    }

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.MODERATOR)
    @RequireIdempotencyKey
    Mono<Void> decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody MuteAppealDecisionRequest request) {
        return decideMuteAppeal.decide(
                who.id(), id, new Verdict(request.granted(), request.remark().strip()));
    }

    /**
     * @param name of who appeals; empty where the account is gone
     * @param mutedFor what the moderator told them
     */
    record WaitingMuteAppealResponse(
            UUID id, UUID accountId, String name, String mutedFor, Instant mutedUntil, String words, Instant madeAt) {
        static WaitingMuteAppealResponse of(NamedAppeal named) {
            var appeal = named.appeal();
            return new WaitingMuteAppealResponse(
                    appeal.id(),
                    appeal.account().value(),
                    named.name(),
                    appeal.mutedFor(),
                    appeal.mutedUntil(),
                    appeal.words(),
                    appeal.madeAt());
        }
    }

    /** @param remark what the person is told */
    record MuteAppealDecisionRequest(
            @NotNull Boolean granted,

            @NotBlank @Size(max = 300) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String remark) {}
}
