package io.xunshi.platform.payment;

import io.xunshi.platform.kernel.Money;

/**
 * What somebody has with the platform.
 *
 * @param available may be paid out
 * @param inTransit on its way to the bank
 */
public record Balance(Money available, Money inTransit) {}
