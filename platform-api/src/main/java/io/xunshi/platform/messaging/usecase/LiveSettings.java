package io.xunshi.platform.messaging.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open pages are kept current.
 *
 * @param retention how long a page may be away and still go on where it was
 * @param heartbeat shorter than proxies' patience, which is seldom below half a minute; at each the session is looked
 *     at
 * @param linesMax open pages of one person; a further one closes the oldest
 * @param silenceMax without any call from a replica, not even this one's own, the subscription is taken to be broken
 * @param reconnectMin how soon a browser tries again, at the earliest
 */
@ConfigurationProperties("xunshi.live")
public record LiveSettings(
        @DefaultValue("3d") Duration retention,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("8") int linesMax,
        @DefaultValue("15s") Duration silenceMax,
        @DefaultValue("2s") Duration reconnectMin) {}
