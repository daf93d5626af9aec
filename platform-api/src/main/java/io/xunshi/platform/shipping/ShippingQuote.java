package io.xunshi.platform.shipping;

import io.xunshi.platform.kernel.Money;

/**
 * What a parcel costs to send.
 *
 * @param tariff the version of the tariff that says so
 * @param coverage what the carrier pays at most for a parcel that it loses or damages
 * @param daysMin how many days it usually takes
 */
public record ShippingQuote(Money price, String tariff, Money coverage, int daysMin, int daysMax) {}
