package io.xunshi.platform.surveillance.domain;

/** How grave it would be if it is what it looks like. */
public enum Severity {
    LOW,
    MEDIUM,
    /** Closed by two officers. */
    HIGH
}
