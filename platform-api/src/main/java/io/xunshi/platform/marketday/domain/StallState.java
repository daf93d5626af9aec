package io.xunshi.platform.marketday.domain;

/** What becomes of an application for a stall. */
public enum StallState {
    /** 候补 */
    WAITING,
    /** It has a number. */
    ASSIGNED,
    CHECKED_IN,
    WITHDRAWN,
    /** 未到场: nobody came in time. Who comes late gets another one if there is any. */
    GIVEN_AWAY,
    /** The whole day is called off. */
    CANCELLED
}
