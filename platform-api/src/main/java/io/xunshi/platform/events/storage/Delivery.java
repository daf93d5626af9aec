package io.xunshi.platform.events.storage;

import java.util.UUID;

/**
 * One event on its way to one reaction.
 *
 * @param handler the reaction's simple class name
 * @param attempts how often it was tried, this time included
 * @param type the event's logical name
 * @param aggregateId what the event is about
 * @param payload the event as JSON
 */
public record Delivery(
        long id, UUID eventId, String handler, int attempts, String type, UUID aggregateId, String payload) {}
