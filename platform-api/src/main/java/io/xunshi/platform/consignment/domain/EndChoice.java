package io.xunshi.platform.consignment.domain;

/**
 * What becomes of a thing that was not sold in its term; chosen at the intake, and nothing else is ever done with it.
 */
public enum EndChoice {
    /** 退还: it waits for its owner. */
    RETURN,
    /** 捐赠 */
    DONATE,
    /** 回收 */
    RECYCLE
}
