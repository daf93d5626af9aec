package io.xunshi.platform.connection.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param allowLoopback whether endpoints may be on this machine; only where nobody else can name one
 * @param endpointsMax of one organisation
 * @param timeout for one call, from the first byte to the last
 * @param lease how long a delivery that was begun is left alone; longer than the time-out
 * @param batch deliveries under way at a time, of one replica
 * @param batchOfOne how many are begun of one endpoint, and no more until they are over, so that a slow one keeps
 *     nobody else waiting
 * @param patience for how long an endpoint may fail before it is not called any more
 * @param retention how long messages are kept for looking back and replaying
 */
@ConfigurationProperties("xunshi.webhook")
public record WebhookSettings(
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("10") int endpointsMax,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("32") int batch,
        @DefaultValue("4") int batchOfOne,
        @DefaultValue("5d") Duration patience,
        @DefaultValue("30d") Duration retention) {}
