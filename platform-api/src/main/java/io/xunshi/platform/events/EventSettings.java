package io.xunshi.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How eagerly deliveries are made.
 *
 * @param batch deliveries claimed at a time
 * @param transactions transactions in which the reactions inside the database run side by side; a batch is spread over
 *     them
 * @param concurrency deliveries to a system outside that are under way at once
 * @param connections connections to PostgreSQL that are kept for deliveries
 * @param lease how long a claimed delivery is left alone; longer than any reaction takes, or it would run twice at once
 * @param retention how long a delivered event is kept for looking back
 */
@ConfigurationProperties("xunshi.events")
public record EventSettings(
        @DefaultValue("128") int batch,
        @DefaultValue("3") int transactions,
        @DefaultValue("8") int concurrency,
        @DefaultValue("8") int connections,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("30d") Duration retention) {}
