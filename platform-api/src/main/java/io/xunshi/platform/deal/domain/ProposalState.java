package io.xunshi.platform.deal.domain;

import java.util.Set;

/** How far a proposal (议价) is. An open one ends by itself when its time is over. */
public enum ProposalState {
    /** The last word binds who said it until its time is over; the other side may accept, counter or refuse. */
    OPEN,
    /** Became a deal. */
    ACCEPTED,
    REFUSED,
    EXPIRED;

    /** The states that may follow; a counter-proposal is open again. */
    public Set<ProposalState> next() {
        return this == OPEN ? Set.of(OPEN, ACCEPTED, REFUSED, EXPIRED) : Set.of();
    }
}
