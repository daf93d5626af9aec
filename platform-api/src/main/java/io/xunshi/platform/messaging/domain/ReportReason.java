package io.xunshi.platform.messaging.domain;

/** Why somebody reports a conversation. */
public enum ReportReason {
    FRAUD,
    OFF_PLATFORM,
    ABUSE,
    SPAM,
    FORBIDDEN_GOODS,
    OTHER
}
