package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.surveillance.SurveillanceProblem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert, and what officers make of it.
 *
 * @param ruleVersion of the detector when it raised it
 * @param evidenceHash of the finding's evidence
 * @param reason how it is closed, or is to be; null before
 * @param assignee who works on it; null before somebody does
 * @param closingBy who asked for its closing; null unless that waits for a second officer, or was confirmed
 */
public record SurveillanceCase(
        UUID id,
        String ruleVersion,
        Finding finding,
        String evidenceHash,
        CaseState state,
        @Nullable ClosingReason reason,
        @Nullable AccountId assignee,
        @Nullable AccountId closingBy,
        Instant raisedAt) {

    /**
     * What it is after an officer's move. Raises {@link SurveillanceProblem#NOT_NOW},
     * {@link SurveillanceProblem#NEEDS_SECOND_OFFICER} and {@link SurveillanceProblem#SAME_OFFICER}.
     */
    public SurveillanceCase moved(CaseMove move, AccountId officer) {
        if (state != move.from()) {
            throw SurveillanceProblem.NOT_NOW.raise();
        }
        if (!state.next(finding.severity()).contains(move.to())) {
            throw move.to() == CaseState.CLOSED
                    ? SurveillanceProblem.NEEDS_SECOND_OFFICER.raise()
                    : SurveillanceProblem.NOT_NOW.raise();
        }
        return switch (move.to()) {
            case OPEN -> throw SurveillanceProblem.NOT_NOW.raise();
            case TRIAGE -> with(move.to(), null, officer, null);
            case CASE -> with(move.to(), null, assignee, null);
            case CLOSING -> with(move.to(), move.reason(), assignee, officer);
            case CLOSED ->
                state == CaseState.CLOSING ? confirmed(officer) : with(move.to(), move.reason(), assignee, null);
        };
    }

    /** Another officer works on it. Raises {@link SurveillanceProblem#NOT_NOW} where nobody does. */
    public SurveillanceCase takenOver(AccountId officer) {
        if (state == CaseState.OPEN || state == CaseState.CLOSED) {
            throw SurveillanceProblem.NOT_NOW.raise();
        }
        return with(state, reason, officer, closingBy);
    }

    private SurveillanceCase confirmed(AccountId officer) {
        if (officer.equals(closingBy)) {
            throw SurveillanceProblem.SAME_OFFICER.raise();
        }
        return with(CaseState.CLOSED, reason, assignee, closingBy);
    }

    private SurveillanceCase with(
            CaseState to,
            @Nullable ClosingReason itsReason,
            @Nullable AccountId itsAssignee,
            @Nullable AccountId itsClosingBy) {
        return new SurveillanceCase(
                id, ruleVersion, finding, evidenceHash, to, itsReason, itsAssignee, itsClosingBy, raisedAt);
    }

    /**
     * What an officer wants.
     *
     * @param from the state that the officer has seen
     * @param reason of a closing; null for every other move, and where a second officer confirms
     * @param words why
     */
    public record CaseMove(
            CaseState from, CaseState to, @Nullable ClosingReason reason, String words) {

        public CaseMove {
            var closes = to == CaseState.CLOSING || to == CaseState.CLOSED && from != CaseState.CLOSING;
            if (closes != (reason != null)) {
                throw SurveillanceProblem.REASON_MISSING.raise();
            }
        }
    }

    /** A move that was made; the first one, of the detector, is nobody's. */
    public record CaseStep(
            CaseState state,
            Instant at,
            @Nullable AccountId officer,
            @Nullable ClosingReason reason,
            String words) {}

    /**
     * What an officer wrote down.
     *
     * @param documentSha256 of a paper that the officer has; null where there is none
     */
    public record CaseNote(
            UUID id,
            Instant at,
            AccountId officer,
            String words,
            @Nullable String documentSha256) {}
}
