package io.xunshi.platform.payment.domain;

import io.xunshi.platform.kernel.Money;
import java.util.UUID;

/**
 * What of a payment is an order's. A payment for one order has one part, which is all of it.
 *
 * @param reason under which it is taken, and what is left of it given back, once: the order's id where several are paid
 *     together, and otherwise the payment's
 */
public record Part(UUID orderId, Money amount, UUID reason) {}
