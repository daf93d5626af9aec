package io.xunshi.platform.order.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits around gifts.
 *
 * @param asksADayMax things that one person may ask for in 24 hours
 * @param asksMax people who may ask for one thing
 * @param chooseTime how long the giver has to choose after the window
 * @param codeTriesMax wrong codes before a pause
 * @param codePause how long that pause is
 */
@ConfigurationProperties("xunshi.gift")
public record GiftSettings(
        @DefaultValue("10") int asksADayMax,
        @DefaultValue("500") int asksMax,
        @DefaultValue("72h") Duration chooseTime,
        @DefaultValue("5") int codeTriesMax,
        @DefaultValue("15m") Duration codePause) {}
