package io.xunshi.platform.messaging.domain;

import java.util.UUID;

/** A conversation. */
public record ConversationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
