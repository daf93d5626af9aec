package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import java.time.LocalDate;
import java.util.List;

/**
 * What a formula's price depends on besides the goods.
 *
 * @param calls for each period of the formula whose price is called; in no order that matters
 * @param today the last day whose fixing can be known; later ones are still to come
 */
public record PriceFacts(Fixings fixings, List<PricingCall> calls, LocalDate today) {
    public PriceFacts {
        calls = List.copyOf(calls);
    }
}
