package io.xunshi.platform.messaging.domain;

import static io.xunshi.platform.messaging.domain.PriceOfferState.ACCEPTED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.COUNTERED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.DECLINED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.EXPIRED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.LAPSED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.OPEN;
import static io.xunshi.platform.messaging.domain.PriceOfferState.PAID;
import static io.xunshi.platform.messaging.domain.PriceOfferState.SUSPENDED;
import static io.xunshi.platform.messaging.domain.PriceOfferState.UNPAID;

import java.util.Set;

/**
 * All that can happen to a price offer: process version 1. Who made an offer cannot take it back: it names the time for
 * its acceptance, and such an offer is not revocable (Civil Code 民法典, article 476). What ends it is in article 478: it
 * is refused, its time is over, or the other side changes what is offered, which is an offer of its own.
 */
public enum PriceOfferMove {
    ACCEPT(Mover.ADDRESSEE, ACCEPTED, OPEN),
    COUNTER(Mover.ADDRESSEE, COUNTERED, OPEN),
    DECLINE(Mover.ADDRESSEE, DECLINED, OPEN),
    SUSPEND(Mover.CIRCUMSTANCES, SUSPENDED, OPEN),
    REVIVE(Mover.CIRCUMSTANCES, OPEN, SUSPENDED),
    LAPSE(Mover.CIRCUMSTANCES, LAPSED, OPEN, SUSPENDED),
    EXPIRE(Mover.CLOCK, EXPIRED, OPEN, SUSPENDED),
    PAY(Mover.ORDER, PAID, ACCEPTED, UNPAID),
    LEAVE_UNPAID(Mover.ORDER, UNPAID, ACCEPTED);

    private final Mover by;
    private final PriceOfferState to;
    private final Set<PriceOfferState> from;

    PriceOfferMove(Mover by, PriceOfferState to, PriceOfferState... from) {
        this.by = by;
        this.to = to;
        this.from = Set.of(from);
    }

    public Mover by() {
        return by;
    }

    public PriceOfferState to() {
        return to;
    }

    public Set<PriceOfferState> from() {
        return from;
    }

    /** Who may move an offer. */
    public enum Mover {
        /** The side that it was made to, in person or through the bounds that it set beforehand. */
        ADDRESSEE,
        /** The listing changed, or one of the two blocked the other. */
        CIRCUMSTANCES,
        CLOCK,
        /** What became of the order that it led to. */
        ORDER
    }
}
