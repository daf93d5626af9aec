package io.xunshi.platform.listing.web;

import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.ModerationCase.Kind;
import io.xunshi.platform.listing.domain.ModerationCase.Outcome;
import io.xunshi.platform.listing.domain.ModerationCase.RefusalReason;
import io.xunshi.platform.regulation.TradeRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a moderator, as the owner sees it.
 *
 * @param proposedTitle what an edit would call it; null for a publication
 * @param outcome null while it is open
 * @param mayBeAppealed whether another moderator may be asked, if the listing has not changed since
 */
record CaseResponse(
        UUID id,
        Kind kind,
        boolean isAppeal,
        @Nullable String proposedTitle,
        List<TradeRule> rules,
        Instant openedAt,
        @Nullable Outcome outcome,
        @Nullable RefusalReason reason,
        @Nullable String remark,
        @Nullable Instant decidedAt,
        boolean mayBeAppealed) {
    static CaseResponse of(ModerationCase found, List<TradeRule> rules) {
        var decision = found.decision();
        var proposal = found.proposal();
        return new CaseResponse(
                found.id(),
                found.kind(),
                found.appeal() != null,
                proposal == null ? null : proposal.title(),
                rules,
                found.openedAt(),
                decision == null ? null : decision.outcome(),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.remark(),
                decision == null ? null : decision.at(),
                found.mayBeAppealed());
    }
}
