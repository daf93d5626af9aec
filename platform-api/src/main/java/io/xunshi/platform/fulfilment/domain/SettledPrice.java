package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.pricing.Side;
import java.time.LocalDate;

/**
 * What a deal over goods that are weighed was settled at.
 *
 * @param side of the organisation that asks
 * @param day of the final statement, in the city's time
 * @param fenPerTonne after all deductions
 * @param grams that were paid for
 */
public record SettledPrice(
        DealId deal, String dealCode, String materialCode, Side side, LocalDate day, long fenPerTonne, long grams) {}
