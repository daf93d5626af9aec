package io.xunshi.platform.tender;

import java.util.Set;

/** How far a tender is: process version 1. A state that waits has a timer that ends its waiting. */
public enum TenderState {
    /** 草稿: only its buyer sees it. */
    DRAFT,
    /** 报价中: suppliers quote; nobody sees what others quote. */
    PUBLISHED,
    /** 待定标: the quotes are open to the buyer, who compares them and decides. */
    CLOSED,
    /** 已定标: each award is a deal with a contract to sign. */
    AWARDED,
    /** 流标: nobody quoted, or the buyer did not decide in time. */
    LAPSED,
    /** 已撤销: the buyer called it off; after the close that is counted. */
    CANCELLED;

    /** The states that may follow. */
    public Set<TenderState> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, CANCELLED);
            case PUBLISHED -> Set.of(CLOSED, CANCELLED);
            case CLOSED -> Set.of(AWARDED, LAPSED, CANCELLED);
            case AWARDED, LAPSED, CANCELLED -> Set.of();
        };
    }

    /** Whether somebody is waited for, so that a timer must run. */
    public boolean isWaiting() {
        return !next().isEmpty();
    }

    /** Whether the time for quotes is over, so that they may be read. */
    public boolean isOpened() {
        return this == CLOSED || this == AWARDED;
    }
}
