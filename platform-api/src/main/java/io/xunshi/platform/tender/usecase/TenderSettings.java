package io.xunshi.platform.tender.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one organisation may ask for.
 *
 * @param tendersMax of one buyer that are not decided
 * @param questionsMax about one tender
 * @param questionsEnd how long before the close the last question may be asked
 */
@ConfigurationProperties("xunshi.tender")
public record TenderSettings(
        @DefaultValue("50") int tendersMax,
        @DefaultValue("100") int questionsMax,
        @DefaultValue("24h") Duration questionsEnd) {}
