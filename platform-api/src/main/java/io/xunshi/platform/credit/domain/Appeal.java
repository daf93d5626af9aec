package io.xunshi.platform.credit.domain;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word against what their score counts or leaves out (PIPL art. 24: nobody has to put up with what only a
 * machine decided). Each deed can be appealed once.
 *
 * @param deedId see {@link Conduct#idOf}
 * @param standing what it was when the appeal was made
 * @param effect in points, what it added or took then
 * @param decision null while it waits
 */
public record Appeal(
        UUID id,
        AccountId account,
        UUID deedId,
        Conduct conduct,
        Standing standing,
        int effect,
        String words,
        Instant madeAt,
        @Nullable Decision decision) {

    /** What is still undecided then no longer counts against the person: officers' delay is not theirs to bear. */
    public static final Duration PATIENCE = Duration.ofDays(15);

    public State state() {
        if (decision == null) {
            return State.OPEN;
        }
        return decision.isGranted() ? State.GRANTED : State.REFUSED;
    }

    /**
     * A good deed that was left out is not let in by waiting: whoever fakes some would only have to wait for a busy
     * desk.
     */
    public boolean isGrantedAt(Instant at) {
        return switch (state()) {
            case GRANTED -> true;
            case REFUSED -> false;
            case OPEN -> standing.counts() && !madeAt.plus(PATIENCE).isAfter(at);
        };
    }

    /** @param remark what the person is told */
    public record Decision(AccountId officer, boolean isGranted, String remark, Instant at) {}

    public enum State {
        OPEN,
        GRANTED,
        REFUSED
    }
}
