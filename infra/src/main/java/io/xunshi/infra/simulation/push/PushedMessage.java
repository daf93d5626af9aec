package io.xunshi.infra.simulation.push;

import java.time.Instant;

/**
 * What was pushed to one subscription.
 *
 * @param body in Base64, encrypted for the browser alone (RFC 8291)
 * @param audience whom the sender's token is meant for
 */
record PushedMessage(Instant at, String body, String ttl, String urgency, String topic, String audience) {}
