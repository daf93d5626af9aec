package io.xunshi.platform.clearing;

import java.util.Set;

/** Where a bill stands. What is due waits for its payer; that it is late is said, and ends nothing. */
public enum BillState {
    /** 待付. */
    DUE,
    /** 已托管: paid, and held until the deal is settled. */
    HELD,
    /** 已付卖方: the seller's, but for what went back. */
    RELEASED,
    /** 已退回: the buyer's again. */
    RETURNED,
    /** 已失效: a newer statement counts, or nothing is owed any more. */
    SUPERSEDED;

    /** The states that may follow. */
    public Set<BillState> next() {
        return switch (this) {
            case DUE -> Set.of(HELD, SUPERSEDED);
            case HELD -> Set.of(RELEASED, RETURNED);
            case RELEASED, RETURNED, SUPERSEDED -> Set.of();
        };
    }
}
