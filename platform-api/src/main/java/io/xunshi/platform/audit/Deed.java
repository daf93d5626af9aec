package io.xunshi.platform.audit;

/** What somebody did in a trade that others may rely on them for, or not. */
public enum Deed {
    /** 守约: what was promised was done. */
    KEPT,
    /** A thing was kept from others, and nobody paid. */
    LEFT_UNPAID,
    /** 爽约: a promised thing was not fetched. */
    NOT_FETCHED,
    /** 违约: the other side had paid or handed over, and what was promised was called off or let lapse. */
    BROKEN,
    /** A lent thing came back after its last day. */
    RETURNED_LATE,
    /** A lent thing was kept. */
    NEVER_RETURNED,
    /** A dispute was decided wholly against them. */
    DISPUTE_LOST,
    /** The other side said what it thinks, and everybody may read it. */
    RATED
}
