package io.xunshi.platform.matching.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people can look out for on the exchange, and how soon they hear.
 *
 * @param searchesMax searches that one person may save
 * @param lease how long a replica may take to try the searches on some lots and demands
 * @param again how soon one is looked at again that the index does not know yet
 * @param patience one that the index does not know after this time is given up
 * @param alertAge how long it is remembered who was told of what; longer than any offer lasts
 */
@ConfigurationProperties("xunshi.matching")
public record MatchingSettings(
        @DefaultValue("20") int searchesMax,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("500ms") Duration again,
        @DefaultValue("24h") Duration patience,
        @DefaultValue("180d") Duration alertAge) {}
