package io.xunshi.platform.order.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around swaps.
 *
 * @param waitingMax proposals of one person that may wait for an answer
 * @param askedMax how often one person may ask for the same thing within {@link #askedWithin}, counter-proposals too
 * @param codeTriesMax wrong codes before a pause
 * @param codePause how long that pause is
 * @param wishesMax how many of the newest things are looked at for suggestions
 * @param suggestionsMax how many rings are suggested
 */
@ConfigurationProperties("xunshi.swap")
public record SwapSettings(
        @DefaultValue("20") int waitingMax,
        @DefaultValue("3") int askedMax,
        @DefaultValue("30d") Duration askedWithin,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("15m") Duration codePause,
        @DefaultValue("2000") int wishesMax,
        @DefaultValue("6") int suggestionsMax) {}
