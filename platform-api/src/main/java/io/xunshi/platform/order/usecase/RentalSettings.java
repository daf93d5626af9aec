package io.xunshi.platform.order.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around rentals.
 *
 * @param unpaidMax rentals that one person may hold without having paid
 * @param codeTriesMax wrong codes before a pause
 * @param codePause how long that pause is
 * @param daysAhead how far ahead a rental may end
 * @param recordsMax what one side may write down of the thing's condition
 */
@ConfigurationProperties("xunshi.rental")
public record RentalSettings(
        @DefaultValue("3") int unpaidMax,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("15m") Duration codePause,
        @DefaultValue("180") int daysAhead,
        @DefaultValue("10") int recordsMax) {}
