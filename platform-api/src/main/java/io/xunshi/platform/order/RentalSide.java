package io.xunshi.platform.order;

/** The two sides of a rental. */
public enum RentalSide {
    /** 承租人 */
    TENANT,
    /** 出租人 */
    OWNER
}
