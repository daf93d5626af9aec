package io.xunshi.platform.messaging.usecase;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told, and how much of it one person may cause.
 *
 * @param messagesPerMinute beyond it somebody does not talk but sends
 * @param conversationsPerDay that one person may open by asking
 * @param offersPerSide prices that each of two people may name to the other for one listing
 * @param reportsPerDay that one person may make
 * @param remindAfter how long a message waits to be read before its receiver is notified
 * @param digestHour the city's hour from which the day's digest goes out
 * @param notices whether anybody is reached outside of the platform; not where a past is made up
 * @param noticeAge older news is not worth a message any more
 * @param publicUrl where the links in notices lead
 */
@ConfigurationProperties("xunshi.messaging")
public record MessagingSettings(
        @DefaultValue("30") int messagesPerMinute,
        @DefaultValue("50") int conversationsPerDay,
        @DefaultValue("3") int offersPerSide,
        @DefaultValue("20") int reportsPerDay,
        @DefaultValue("5m") Duration remindAfter,
        @DefaultValue("19") int digestHour,
        @DefaultValue("true") boolean notices,
        @DefaultValue("30m") Duration noticeAge,
        @DefaultValue("http://localhost:8080") URI publicUrl) {}
