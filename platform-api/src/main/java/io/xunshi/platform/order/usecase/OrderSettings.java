package io.xunshi.platform.order.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around purchases.
 *
 * @param unpaidMax items that one person may hold without having paid
 * @param codeTriesMax wrong pickup codes before a pause
 * @param codePause how long that pause is
 */
@ConfigurationProperties("xunshi.order")
public record OrderSettings(
        @DefaultValue("3") int unpaidMax,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("15m") Duration codePause) {}
