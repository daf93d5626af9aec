package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;

/**
 * What the platform keeps of a sale. The rule of the day is frozen on each order by its id, so a later rule changes no
 * earlier order.
 *
 * @param id with its version, <code>resident-sale-1</code>
 * @param perMille thousandths of the price, 0 to 1000
 */
public record FeeRule(String id, int perMille) {
    /** 0.6 %, rounded half-even to the fen. */
    public static final FeeRule CURRENT = new FeeRule("resident-sale-1", 6);

    /** 0.6 % of the rent; nothing of the deposit, nor of what the owner gets out of it. */
    public static final FeeRule RENTAL = new FeeRule("resident-rental-1", 6);

    /** 0.6 % of the balance (补差价), from who gets it; nothing of the things. */
    public static final FeeRule SWAP = new FeeRule("resident-swap-1", 6);

    public FeeRule {
        if (perMille < 0 || perMille > 1000) {
            throw new IllegalArgumentException("A fee is between nothing and everything: " + perMille);
        }
    }

    /** @throws IllegalArgumentException for a rule that never was */
    public static FeeRule named(String id) {
        if (!id.equals(CURRENT.id)) {
            throw new IllegalArgumentException("There is no fee rule " + id);
        }
        return CURRENT;
    }

    public Money feeOf(Money price) {
        var thousandths = Math.multiplyExact(price.amount(), (long) perMille);
        var whole = Math.floorDiv(thousandths, 1000L);
        var rest = Math.floorMod(thousandths, 1000L);
        var up = rest > 500 || rest == 500 && whole % 2 != 0;
        return new Money(up ? whole + 1 : whole, price.currency());
    }
}
