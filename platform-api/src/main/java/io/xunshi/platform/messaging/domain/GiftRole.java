package io.xunshi.platform.messaging.domain;

/** As whom somebody is told about a gift. */
public enum GiftRole {
    GIVER,
    /** Who was promised it. */
    RECEIVER,
    /** Who asked for it, and was not. */
    ASKER
}
