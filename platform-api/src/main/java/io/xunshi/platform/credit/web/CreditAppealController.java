package io.xunshi.platform.credit.web;

import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.domain.Standing;
import io.xunshi.platform.credit.usecase.DecideAppeal;
import io.xunshi.platform.credit.usecase.DecideAppeal.WaitingAppeal;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Appeals that wait for an officer. */
@RestController
@RequestMapping("/api/v1/moderation/credit-appeals")
class CreditAppealController {
    private final DecideAppeal decideAppeal;

    CreditAppealController(DecideAppeal decideAppeal) {
        this.decideAppeal = decideAppeal;
    }

    /** The longest waiting first, without the officer's own. */
    @GetMapping
    @Access(Caller.MODERATOR)
    Mono<Page<WaitingAppealResponse>> waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return decideAppeal
                .findFor(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(WaitingAppealResponse::of));
    }

    @PostMapping("/{id}/decision")
    @Access(Caller.MODERATOR)
    @RequireIdempotencyKey
    Mono<DecidedAppealResponse> decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody AppealDecisionRequest request) {
        return decideAppeal
                .decide(who.id(), id, request.granted(), request.remark().strip())
                .map(appeal -> new DecidedAppealResponse(appeal.id(), appeal.state()));
    }

    /**
     * @param name of who appeals
     * @param counterpartyName of the other side of the trade; empty where the account is gone
     * @param effect what the deed added or took when the appeal was made
     * @param dueAt what takes something from the person counts no longer if nobody has decided by then
     */
    record WaitingAppealResponse(
            UUID id,
            UUID accountId,
            String name,
            UUID counterpartyId,
            String counterpartyName,
            TradeKind kind,
            String code,
            Deed deed,
            @Nullable Integer rating,
            Instant doneAt,
            Standing standing,
            int effect,
            String words,
            Instant madeAt,
            Instant dueAt) {

        static WaitingAppealResponse of(WaitingAppeal waiting) {
            var appeal = waiting.appeal();
            var conduct = appeal.conduct();
            return new WaitingAppealResponse(
                    appeal.id(),
                    appeal.account().value(),
                    waiting.name(),
                    conduct.counterparty().value(),
                    waiting.counterpartyName(),
                    conduct.kind(),
                    conduct.code(),
                    conduct.deed(),
                    conduct.rating(),
                    conduct.at(),
                    appeal.standing(),
                    appeal.effect(),
                    appeal.words(),
                    appeal.madeAt(),
                    appeal.madeAt().plus(Appeal.PATIENCE));
        }
    }

    /** @param remark what the person is told */
    record AppealDecisionRequest(
            @NotNull Boolean granted,

            @NotBlank @Size(max = 300) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String remark) {}

    record DecidedAppealResponse(UUID id, Appeal.State state) {}
}
