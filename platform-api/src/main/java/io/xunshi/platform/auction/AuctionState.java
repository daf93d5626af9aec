package io.xunshi.platform.auction;

import java.util.Set;

/**
 * Where an auction stands: process version 2. A state that waits names the timer, or the deals, that end its waiting.
 */
public enum AuctionState {
    /** 草稿: only its seller sees it. */
    DRAFT,
    /** 已公告: everybody sees it, and may pay the deposit. */
    PUBLISHED,
    /** 看样: bidders look at the goods. */
    INSPECTION,
    /** 竞价中: bids are taken. */
    OPEN,
    /** 延时中: a late bid has moved the end. */
    EXTENDED,
    /** 揭标中: no more sealed bids; those that were handed in are opened. */
    REVEALING,
    /** 最终报价轮: whose sealed bids were equal bid once more. */
    FINAL_ROUND,
    /** 最终揭标中: the bids of the final round are opened. */
    FINAL_REVEALING,
    /** 待定: no more bids; the best one is below the reserve, and the seller may take it nevertheless. */
    CLOSED_PENDING_RESERVE,
    /** 已成交: somebody has won; contracts wait for signatures. */
    AWARDED,
    /** 已签约: no contract waits, and at least one was signed by both sides. */
    CONTRACTED,
    /** 流拍: nobody gets the goods; they may be offered again. */
    FAILED,
    /** 已撤回: called off before it opened. */
    CANCELLED;

    /** The states that may follow. From the opening on nobody calls it off. */
    public Set<AuctionState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, CANCELLED);
            case PUBLISHED -> Set.of(INSPECTION, CANCELLED);
            case INSPECTION -> Set.of(OPEN, CANCELLED);
            case OPEN -> Set.of(EXTENDED, REVEALING, CLOSED_PENDING_RESERVE);
            case REVEALING -> Set.of(FINAL_ROUND, CLOSED_PENDING_RESERVE);
            case FINAL_ROUND -> Set.of(FINAL_REVEALING);
            case EXTENDED, FINAL_REVEALING -> Set.of(CLOSED_PENDING_RESERVE);
            case CLOSED_PENDING_RESERVE -> Set.of(AWARDED, FAILED);
            case AWARDED -> Set.of(CONTRACTED, FAILED);
            case CONTRACTED, FAILED, CANCELLED -> Set.of();
        };
    }

    /** Whether a clock ends its waiting. Contracts that wait for signatures have a time of their own. */
    public boolean hasTimer() {
        return switch (this) {
            case DRAFT,
                    PUBLISHED,
                    INSPECTION,
                    OPEN,
                    EXTENDED,
                    REVEALING,
                    FINAL_ROUND,
                    FINAL_REVEALING,
                    CLOSED_PENDING_RESERVE -> true;
            case AWARDED, CONTRACTED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether bids are taken, as long as the clock says so too. */
    public boolean takesBids() {
        return this == OPEN || this == EXTENDED || this == FINAL_ROUND;
    }

    /** Whether sealed bids are opened, as long as the clock says so too. */
    public boolean takesOpenings() {
        return this == REVEALING || this == FINAL_REVEALING;
    }
}
