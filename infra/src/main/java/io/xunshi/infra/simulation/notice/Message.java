package io.xunshi.infra.simulation.notice;

import java.time.Instant;
import java.util.Map;

/**
 * A message that would have been sent.
 *
 * @param id the sender's key, by which a repetition is known
 * @param channel {@code SMS} or {@code EMAIL}
 * @param to a telephone number or an e-mail address
 * @param template which text it is, such as {@code one-time-code}
 * @param parameters what the text was filled with
 */
record Message(
        String id,
        Instant at,
        String channel,
        String to,
        String template,
        Map<String, String> parameters,
        String text) {

    Message {
        parameters = Map.copyOf(parameters);
    }
}
