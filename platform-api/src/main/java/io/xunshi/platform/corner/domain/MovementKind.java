package io.xunshi.platform.corner.domain;

/** What can happen to a copy. */
public enum MovementKind {
    GIVEN,
    TAKEN,
    LENT,
    RETURNED,
    LOST,
    WITHDRAWN
}
