package io.xunshi.platform.connection.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to an endpoint.
 *
 * @param message its id is the CloudEvent's, and the same at every attempt
 * @param attempts that were begun
 * @param nextAt when the next attempt is due; of no meaning once it is over
 * @param lastStatus of the last attempt; null where there was no answer, or no attempt yet
 */
public record Delivery(
        UUID id,
        UUID endpoint,
        Message message,
        DeliveryState state,
        int attempts,
        Instant nextAt,
        Instant madeAt,
        @Nullable Integer lastStatus) {

    /**
     * News for one organisation.
     *
     * @param body a CloudEvent in JSON, exactly as it is signed
     */
    public record Message(UUID id, String type, Instant happenedAt, String body) {}
}
