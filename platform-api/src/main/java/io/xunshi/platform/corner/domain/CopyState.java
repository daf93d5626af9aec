package io.xunshi.platform.corner.domain;

/** Where a copy is. */
public enum CopyState {
    ON_SHELF,
    /** 借出: it has a day on which it is due. */
    LENT,
    /** 换走: somebody's own now. */
    TAKEN,
    LOST,
    /** 下架: thrown out, or never really given in. */
    WITHDRAWN
}
