package io.xunshi.platform.interest.domain;

import io.xunshi.platform.identity.AccountId;

/**
 * A price below the lowest that a person knows of. A fall is measured from what they know, not from the last price: who
 * raises a price to lower it again tells nothing new, and many small steps count once they are enough together.
 *
 * @param fromFen the lowest price that the person knew of
 */
public record PriceDrop(AccountId to, long fromFen) {
    /** A smaller fall, in per cent, is not worth a notice. */
    private static final long PERCENT_MIN = 1;

    /** The lowest known price to which another price is news. */
    public static long isNewsFrom(long priceFen) {
        return Math.ceilDiv(priceFen * 100, 100 - PERCENT_MIN);
    }
}
