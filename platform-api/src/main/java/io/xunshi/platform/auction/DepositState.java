package io.xunshi.platform.auction;

import java.util.Set;

/** What becomes of a bidder's deposit (竞价保证金). Each receipt is in exactly one state; together they are all receipts. */
public enum DepositState {
    /** Not paid, or not heard of yet. */
    NONE,
    /** The money is with the platform; its owner may bid. */
    HELD,
    /** 已转为履约保证金: the winner's, until the contract is signed by both sides. */
    CONVERTED,
    /** 已退还: who did not win, or kept their word, has it back. */
    RELEASED,
    /** 已罚没: the winner's who did not sign, or of who never opened their sealed bid; the seller has it. */
    FORFEITED,
    /** 卖方违约退还: the winner has it back because the seller did not sign. */
    REFUNDED;

    /** The states that may follow. */
    public Set<DepositState> next() {
        return switch (this) {
            case NONE -> Set.of(HELD);
            case HELD -> Set.of(CONVERTED, RELEASED, FORFEITED);
            case CONVERTED -> Set.of(RELEASED, FORFEITED, REFUNDED);
            case RELEASED, FORFEITED, REFUNDED -> Set.of();
        };
    }
}
