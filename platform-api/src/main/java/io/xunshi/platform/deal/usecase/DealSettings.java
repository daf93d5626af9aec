package io.xunshi.platform.deal.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long words bind and contracts wait.
 *
 * @param proposalsMax open proposals of one buying organisation
 * @param wordsFor how long a word of a negotiation binds who said it
 * @param signingWindow how long after a deal both may sign
 */
@ConfigurationProperties("xunshi.deal")
public record DealSettings(
        @DefaultValue("100") int proposalsMax,
        @DefaultValue("24h") Duration wordsFor,
        @DefaultValue("48h") Duration signingWindow) {}
