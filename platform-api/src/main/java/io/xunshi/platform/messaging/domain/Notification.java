package io.xunshi.platform.messaging.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that a person is told of; put in words by whoever shows it.
 *
 * @param sequence the person's own count
 * @param subject the order or conversation that it is about
 */
public record Notification(
        long sequence, NotificationKind kind, UUID subject, Map<String, String> parameters, Instant at) {
    public Notification {
        parameters = Map.copyOf(parameters);
    }
}
