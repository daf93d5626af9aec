package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeReason;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what of a purchase of which a part is refunded. What goes to the buyer, the seller and the platform is what
 * was in escrow, what the carrier returns and what the seller bears, to the fen.
 *
 * @param refund the buyer's of the price
 * @param shipping the buyer's of the shipping that they paid
 * @param toSeller what is left to the seller after the fee
 * @param fee the platform's: the order's own rule applied to what the seller keeps, rounded half-even, so that whoever
 *     gets nothing pays nothing; the remainder of rounding is the seller's
 * @param borne shipping that was spent for nothing and that the seller bears out of other money
 * @param returned by the carrier, of what it was paid
 * @param compensation from the carrier to the seller, for goods that it damaged or lost
 */
public record RefundSplit(
        Money refund, Money shipping, Money toSeller, Money fee, Money borne, Money returned, Money compensation) {
    private static final Money NOTHING = Money.fen(0);

    /** Of what was handed over in person. */
    public RefundSplit(Money refund, Money toSeller, Money fee) {
        this(refund, NOTHING, toSeller, fee, NOTHING, NOTHING, NOTHING);
    }

    /** @throws IllegalArgumentException for a refund that is negative or more than the price */
    public static RefundSplit of(Money price, Money refund, FeeRule rule) {
        requirePart(price, refund);
        var kept = price.minus(refund);
        var fee = rule.feeOf(kept);
        return new RefundSplit(refund, kept.minus(fee), fee);
    }

    /**
     * Of what was sent. Shipping goes back to the buyer with the whole price, unless nobody is to blame; the carrier
     * bears it where it failed, and otherwise the seller.
     *
     * @throws IllegalArgumentException for a refund that is negative or more than the price
     */
    public static RefundSplit of(
            Money price, @Nullable Delivery delivery, Money refund, DisputeReason reason, FeeRule rule) {
        if (delivery == null) {
            return of(price, refund, rule);
        }
        requirePart(price, refund);
        var isWhole = refund.equals(price);
        var isCarriersFault = delivery.hasCarrierFailed() && reason != DisputeReason.OTHER;
        var fee = rule.feeOf(price.minus(refund));
        var back = isWhole && reason != DisputeReason.OTHER ? delivery.onTop() : NOTHING;
        var returned = isWhole && isCarriersFault && delivery.isCarrierPaid() ? delivery.shipping() : NOTHING;
        var left = delivery.escrowOf(price)
                .plus(returned)
                .minus(refund)
                .minus(back)
                .minus(fee);
        return new RefundSplit(
                refund,
                back,
                atLeastNothing(left),
                fee,
                atLeastNothing(left.negated()),
                returned,
                isCarriersFault ? smaller(refund, delivery.coverage()) : NOTHING);
    }

    /** What leaves escrow for the buyer. */
    public Money toBuyer() {
        return refund.plus(shipping);
    }

    /** What leaves escrow for the seller and the platform. */
    public Money kept() {
        return toSeller.plus(fee);
    }

    private static void requirePart(Money price, Money refund) {
        if (refund.isNegative() || refund.compareTo(price) > 0) {
            throw new IllegalArgumentException("A refund of %s is not part of %s".formatted(refund, price));
        }
    }

    private static Money atLeastNothing(Money amount) {
        return amount.isNegative() ? NOTHING : amount;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
