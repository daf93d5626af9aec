package io.xunshi.platform.privacy.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things take in the privacy centre.
 *
 * @param coolingOff in which an erasure can be called off; the law wants an answer within fifteen working days
 * @param settling how long nothing may have hindered an erasure before it is made
 * @param archiveAge how long an archive is kept
 * @param linkAge how long a link to an archive opens it
 * @param archivesADay how many archives a person may ask for in a day
 */
@ConfigurationProperties("xunshi.privacy")
public record PrivacySettings(
        @DefaultValue("7d") Duration coolingOff,
        @DefaultValue("1h") Duration settling,
        @DefaultValue("24h") Duration archiveAge,
        @DefaultValue("10m") Duration linkAge,
        @DefaultValue("3") int archivesADay) {}
