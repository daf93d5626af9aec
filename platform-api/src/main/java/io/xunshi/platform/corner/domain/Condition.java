package io.xunshi.platform.corner.domain;

/** A book's condition, in two of the catalogue's grades: more would cost a look that a lunch break has no time for. */
public enum Condition {
    GOOD,
    WORN
}
