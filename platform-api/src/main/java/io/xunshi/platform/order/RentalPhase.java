package io.xunshi.platform.order;

/** When the condition of a thing is written down. */
public enum RentalPhase {
    /** As it leaves the owner. */
    HANDOVER,
    /** As it comes back. */
    RETURN
}
