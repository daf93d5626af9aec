package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.pricing.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer says is wrong, and what becomes of it. Immutable; what is not to be done now raises
 * {@link FulfilmentProblem#CLAIM_NOT_NOW}.
 *
 * @param moves the claim itself first, oldest first
 * @param since when the state began
 * @param outcome null until it has ended
 * @param ending how it ended; null until then
 */
public record Claim(
        UUID id,
        ClaimState state,
        List<ClaimMove> moves,
        Instant since,
        @Nullable Remedy outcome,
        @Nullable FulfilmentCause ending) {
    /** More than anybody needs to say. */
    private static final int MOVES_MAX = 60;

    public Claim {
        moves = List.copyOf(moves);
    }

    public static Claim raised(UUID id, ClaimMove claim) {
        return new Claim(id, ClaimState.UNANSWERED, List.of(claim), claim.at(), null, null);
    }

    /** What the buyer claimed first. */
    public Remedy claimed() {
        return Objects.requireNonNull(moves.getFirst().remedy(), "A claim says what it is for");
    }

    /** What a side would take or give as it said last; null where it has not said. */
    public @Nullable Remedy lastOf(Side side) {
        return moves.reversed().stream()
                .filter(move -> move.by() == side && move.remedy() != null)
                .map(ClaimMove::remedy)
                .findFirst()
                .orElse(null);
    }

    /** A side says what it would take or give; the first word is the seller's. */
    public Claim offered(ClaimMove move) {
        var isAnswer = state == ClaimState.UNANSWERED && move.by() == Side.SELLER;
        if (!isAnswer && state != ClaimState.NEGOTIATED) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return said(move, ClaimState.NEGOTIATED, isAnswer ? move.at() : since);
    }

    /** As long as it is not over, both may add what they have. */
    public Claim evidence(ClaimMove move) {
        if (state == ClaimState.ENDED) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return said(move, state, since);
    }

    /** A side takes what the other said last. */
    public Claim agreed(Side by, Instant now) {
        var offer = lastOf(by == Side.SELLER ? Side.BUYER : Side.SELLER);
        if (state == ClaimState.ENDED || offer == null) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return ended(offer, FulfilmentCause.CLAIM_AGREED, now);
    }

    /** Either side may ask for a decision once the seller has answered. */
    public Claim escalated(Instant now) {
        if (state != ClaimState.NEGOTIATED) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return new Claim(id, ClaimState.ESCALATED, moves, now, null, null);
    }

    /** The buyer takes the goods as they are. */
    public Claim withdrawn(Instant now) {
        if (state == ClaimState.ENDED) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return ended(Remedy.NONE, FulfilmentCause.CLAIM_WITHDRAWN, now);
    }

    /** An officer decides what both could not agree on. */
    public Claim decided(ClaimMove decision) {
        if (state != ClaimState.ESCALATED) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return said(decision, state, since)
                .ended(
                        Objects.requireNonNull(decision.remedy(), "A decision says what it is"),
                        FulfilmentCause.CLAIM_DECIDED,
                        decision.at());
    }

    /** Its time is over. */
    public Claim overdue(Instant now) {
        return switch (state) {
            case UNANSWERED -> ended(claimed(), FulfilmentCause.CLAIM_UNANSWERED, now);
            case NEGOTIATED -> escalated(now);
            case ESCALATED ->
                ended(
                        Objects.requireNonNullElse(lastOf(Side.SELLER), Remedy.NONE),
                        FulfilmentCause.CLAIM_UNDECIDED,
                        now);
            case ENDED -> this;
        };
    }

    private Claim said(ClaimMove move, ClaimState next, Instant nextSince) {
        if (moves.size() >= MOVES_MAX) {
            throw FulfilmentProblem.TOO_MUCH_SAID.raise(MOVES_MAX);
        }
        var all = new ArrayList<>(moves);
        all.add(move);
        return new Claim(id, next, all, nextSince, null, null);
    }

    private Claim ended(Remedy as, FulfilmentCause how, Instant now) {
        return new Claim(id, ClaimState.ENDED, moves, now, as, how);
    }
}
