package io.xunshi.platform.deal;

import java.util.Set;

/** How far a deal is. What waits for signatures ends by itself when their time is over. */
public enum DealState {
    /** 待签约: the terms bind; one or both have to sign the contract. */
    AGREED,
    /** 已签约: both have signed, and the goods have left the seller's stock account. */
    SIGNED,
    /** 逾期未签: not both signed in time; the goods are offered again. */
    LAPSED;

    /** The states that may follow. */
    public Set<DealState> next() {
        return this == AGREED ? Set.of(SIGNED, LAPSED) : Set.of();
    }
}
