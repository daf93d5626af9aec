package io.xunshi.platform.consignment.domain;

import java.util.Set;

/** Where a consigned thing stands. The only transitions are those of {@link #next()}. */
public enum ItemState {
    /** On the shelf and on the market; an online buyer may have it held. */
    ON_SALE,
    /** The consignor's share is owed to them. */
    SOLD,
    /**
     * Its term is over: it waits for its owner, or for what the agreement says. A reminder runs. Only a till that had
     * no connection may have sold it meanwhile.
     */
    EXPIRED,
    RETURNED,
    DONATED,
    RECYCLED,
    /** A counting did not find it; the point owes its owner. */
    LOST;

    /** The states that may follow. */
    public Set<ItemState> next() {
        return switch (this) {
            case ON_SALE -> Set.of(SOLD, EXPIRED, RETURNED, LOST);
            case EXPIRED -> Set.of(SOLD, RETURNED, DONATED, RECYCLED, LOST);
            case SOLD, RETURNED, DONATED, RECYCLED, LOST -> Set.of();
        };
    }

    /** Whether it takes room at the point. */
    public boolean isHere() {
        return this == ON_SALE || this == EXPIRED;
    }
}
