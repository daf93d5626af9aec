package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;

/**
 * Who gets what of a price of which a part is refunded. The three add up to the price, to the fen.
 *
 * @param refund the buyer's
 * @param toSeller what is left to the seller after the fee
 * @param fee the platform's: the order's own rule applied to what the seller keeps, rounded half-even, so that whoever
 *     gets nothing pays nothing; the remainder of rounding is the seller's
 */
public record RefundSplit(Money refund, Money toSeller, Money fee) {

    /** @throws IllegalArgumentException for a refund that is negative or more than the price */
    public static RefundSplit of(Money price, Money refund, FeeRule rule) {
        if (refund.isNegative() || refund.compareTo(price) > 0) {
            throw new IllegalArgumentException("A refund of %s is not part of %s".formatted(refund, price));
        }
        var kept = price.minus(refund);
        var fee = rule.feeOf(kept);
        return new RefundSplit(refund, kept.minus(fee), fee);
    }

    /** What leaves escrow for the seller and the platform. */
    public Money kept() {
        return toSeller.plus(fee);
    }
}
