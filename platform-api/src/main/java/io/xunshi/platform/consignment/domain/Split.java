package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.kernel.Money;

/**
 * A price divided between the point and the consignor.
 *
 * @param commission the point's, rounded half-even to the fen
 * @param share the consignor's: all the rest, so that nothing is lost
 */
public record Split(Money commission, Money share) {
    private static final long WHOLE = 1000;

    /**
     * @param price not negative
     * @param perMille thousandths of the price, 0 to 1000
     */
    public static Split of(Money price, int perMille) {
        if (perMille < 0 || perMille > WHOLE || price.isNegative()) {
            throw new IllegalArgumentException("%d ‰ of %s cannot be divided off".formatted(perMille, price));
        }
        var thousandths = Math.multiplyExact(price.amount(), (long) perMille);
        var whole = Math.floorDiv(thousandths, WHOLE);
        var rest = Math.floorMod(thousandths, WHOLE);
        var up = rest > WHOLE / 2 || rest == WHOLE / 2 && whole % 2 != 0;
        var commission = new Money(up ? whole + 1 : whole, price.currency());
        return new Split(commission, price.minus(commission));
    }
}
