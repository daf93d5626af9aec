package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import java.time.Instant;

/**
 * A price that was called (点价); it binds.
 *
 * @param number counts from 1 within the deal
 */
public record PriceCall(int number, PricingCall part, Instant at) {}
