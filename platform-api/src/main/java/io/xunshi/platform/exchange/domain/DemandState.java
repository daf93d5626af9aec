package io.xunshi.platform.exchange.domain;

import java.util.Set;

/** How far a demand is; an open one ends by itself after its last day. */
public enum DemandState {
    OPEN,
    /** Its buyer has what was looked for. */
    MET,
    WITHDRAWN,
    EXPIRED;

    /** The states that may follow. */
    public Set<DemandState> next() {
        return this == OPEN ? Set.of(MET, WITHDRAWN, EXPIRED) : Set.of();
    }

    public boolean hasEnded() {
        return next().isEmpty();
    }
}
