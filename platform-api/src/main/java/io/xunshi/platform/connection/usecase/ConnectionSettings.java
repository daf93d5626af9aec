package io.xunshi.platform.connection.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How programs take part.
 *
 * @param clientsMax machine clients of one organisation that are not revoked
 * @param tokenValidity how long an access token is good
 */
@ConfigurationProperties("xunshi.connection")
public record ConnectionSettings(
        @DefaultValue("20") int clientsMax,
        @DefaultValue("1h") Duration tokenValidity) {}
