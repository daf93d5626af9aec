package io.xunshi.platform.listing;

/** How one of those who ask for a gift is chosen. */
public enum GiftChoice {
    /** 先到先得: the first who asks; who asks later waits in line. */
    FIRST_COME,
    /** 抽签: by a draw that every asker can recompute, among those who asked in time. */
    DRAW,
    /** 由赠送人选: by the giver, among those who asked in time. */
    GIVERS_CHOICE
}
