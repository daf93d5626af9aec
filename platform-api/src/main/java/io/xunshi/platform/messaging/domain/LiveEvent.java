package io.xunshi.platform.messaging.domain;

import java.util.Map;

/**
 * That something is new for a person, not what: their pages ask for it. So what people write is stored once.
 *
 * @param sequence the person's own count, without gaps
 * @param detail ids and positions
 */
public record LiveEvent(long sequence, Kind kind, Map<String, String> detail) {
    public LiveEvent {
        detail = Map.copyOf(detail);
    }

    /** What is new. */
    public enum Kind {
        /** Carries <code>conversationId</code> and <code>sequence</code>. */
        MESSAGE,
        /** Somebody has read up to a place; carries <code>conversationId</code>. */
        READ,
        /** The conversation itself; carries <code>conversationId</code>. */
        CONVERSATION,
        NOTIFICATION,
        /** Carries <code>orderId</code>. */
        ORDER
    }
}
