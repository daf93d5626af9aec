package io.xunshi.platform.fulfilment.usecase;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of performing a deal.
 *
 * @param splittingLimit how far apart two readings may be to be split, in hundredths of the attribute's unit: half a
 *     point of a percentage, about what two good laboratories differ by on scrap
 * @param loadsMax of one deal
 * @param devicesMax weighbridges of one organisation
 */
@ConfigurationProperties("xunshi.fulfilment")
public record FulfilmentSettings(
        @DefaultValue("50") long splittingLimit,
        @DefaultValue("200") int loadsMax,
        @DefaultValue("50") int devicesMax) {}
