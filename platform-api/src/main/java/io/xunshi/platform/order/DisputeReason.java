package io.xunshi.platform.order;

/** What is wrong with a purchase. */
public enum DisputeReason {
    /** 与描述不符 */
    NOT_AS_DESCRIBED,
    /** 损坏 */
    DAMAGED,
    /** 未收到货 */
    NOT_RECEIVED,
    /** 假货 */
    COUNTERFEIT,
    OTHER;

    /** Whether it can be seen, so that it must be shown. */
    public boolean needsPhoto() {
        return this == NOT_AS_DESCRIBED || this == DAMAGED || this == COUNTERFEIT;
    }
}
