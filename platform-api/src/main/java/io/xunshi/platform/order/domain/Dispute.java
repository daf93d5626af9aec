package io.xunshi.platform.order.domain;

import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.Side;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quarrel about a purchase.
 *
 * @param cameFrom where the purchase stood, and stands again if the dispute is withdrawn
 * @param timeLeft of the purchase's own timer, which pauses meanwhile; null where none ran
 * @param due what is agreed or decided and not yet carried out
 * @param isJudged whether an officer or silence decided, so that one side lost
 * @param isAppealed whether the one appeal is spent
 * @param isReturnDenied whether the seller denied a return; another return cannot be decided then
 * @param outcome who got what; null while the money is frozen, and where it was withdrawn
 * @param winner null where both got something, or agreed
 */
public record Dispute(
        DisputeId id,
        OrderId order,
        DisputeState state,
        DisputeReason reason,
        OrderState cameFrom,
        @Nullable Duration timeLeft,
        @Nullable Remedy due,
        boolean isJudged,
        boolean isAppealed,
        boolean isReturnDenied,
        @Nullable RefundSplit outcome,
        @Nullable Side winner,
        Instant openedAt,
        Instant waitingSince,
        @Nullable Instant deadline) {

    /** How long after its completion a purchase can be disputed, if the seller's balance still holds the price. */
    public static final Duration AFTER_COMPLETION = Duration.ofHours(48);

    /** The same in another state, whose timer begins to run. */
    public Dispute movedTo(DisputeState to, Instant now) {
        var ends = DisputeTimer.of(to).map(timer -> now.plus(timer.after())).orElse(null);
        return new Dispute(
                id,
                order,
                to,
                reason,
                cameFrom,
                timeLeft,
                due,
                isJudged,
                isAppealed,
                isReturnDenied,
                outcome,
                winner,
                openedAt,
                now,
                ends);
    }

    /** With what has to be carried out now. */
    public Dispute withDue(Remedy remedy, boolean isFromJudge) {
        return new Dispute(
                id,
                order,
                state,
                reason,
                cameFrom,
                timeLeft,
                remedy,
                isFromJudge,
                isAppealed,
                isReturnDenied,
                outcome,
                winner,
                openedAt,
                waitingSince,
                deadline);
    }

    /** With the one appeal spent. */
    public Dispute withAppeal() {
        return new Dispute(
                id,
                order,
                state,
                reason,
                cameFrom,
                timeLeft,
                due,
                isJudged,
                true,
                isReturnDenied,
                outcome,
                winner,
                openedAt,
                waitingSince,
                deadline);
    }

    /** With a return that the seller denies. */
    public Dispute withReturnDenied() {
        return new Dispute(
                id,
                order,
                state,
                reason,
                cameFrom,
                timeLeft,
                due,
                isJudged,
                isAppealed,
                true,
                outcome,
                winner,
                openedAt,
                waitingSince,
                deadline);
    }

    /** Whether the buyer may still let it be: once goods moved, somebody has to decide whose they are. */
    public boolean canBeWithdrawn() {
        return state.next().contains(DisputeState.WITHDRAWN) && !isReturnDenied;
    }
}
