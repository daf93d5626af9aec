package io.xunshi.platform.exchange;

import java.util.Set;

/**
 * How far a lot is. An offer ends by itself after its last day; whoever holds a lot lets it go or sells it by timers of
 * their own.
 */
public enum LotState {
    OFFERED,
    /** All of it is in deals that are not signed yet; what falls through is offered again. */
    PROMISED,
    /** A way of making a price has it; its seller can neither change nor withdraw it. */
    HELD,
    SOLD,
    WITHDRAWN,
    /** Its last day is over. */
    EXPIRED;

    /** The states that may follow. */
    public Set<LotState> next() {
        return switch (this) {
            case OFFERED -> Set.of(PROMISED, HELD, WITHDRAWN, EXPIRED);
            case PROMISED -> Set.of(OFFERED, SOLD);
            case HELD -> Set.of(OFFERED, PROMISED, SOLD);
            case SOLD, WITHDRAWN, EXPIRED -> Set.of();
        };
    }

    public boolean hasEnded() {
        return next().isEmpty();
    }

    /** Whether its quantity is still taken out of what its seller may offer. */
    public boolean drawsOnStock() {
        return this == OFFERED || this == PROMISED || this == HELD;
    }
}
