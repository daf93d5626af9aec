package io.xunshi.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How eagerly deliveries are made.
 *
 * @param batch deliveries claimed at a time
 * @param concurrency deliveries under way at once in this process; each may hold a database connection
 * @param lease how long a claimed delivery is left alone; longer than any reaction takes, or it would run twice at once
 * @param retention how long a delivered event is kept for looking back
 */
@ConfigurationProperties("xunshi.events")
public record EventSettings(
        @DefaultValue("64") int batch,
        @DefaultValue("8") int concurrency,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("30d") Duration retention) {}
