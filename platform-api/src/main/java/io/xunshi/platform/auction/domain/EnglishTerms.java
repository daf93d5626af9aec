package io.xunshi.platform.auction.domain;

/**
 * What bids are judged by, as published. They do not change after that.
 *
 * @param startFen 起拍价: the least first bid, fen per unit; a multiple of the tick
 * @param tickFen 最小变动价位: every amount is a multiple of it, fen per unit
 * @param fatFingerFactor a bid of so many times the price has to be confirmed
 */
public record EnglishTerms(
        LotQuantity lot, long startFen, long tickFen, Ladder ladder, LateBids lateBids, int fatFingerFactor) {
    /** Somebody has typed a digit too many. */
    public static final int FAT_FINGER_FACTOR = 5;

    public EnglishTerms {
        if (tickFen < 1 || startFen < tickFen || startFen % tickFen != 0 || startFen > Bidding.PRICE_MAX_FEN) {
            throw new IllegalArgumentException("Nobody can bid from %d by %d".formatted(startFen, tickFen));
        }
        if (fatFingerFactor < 2) {
            throw new IllegalArgumentException("Every bid would have to be confirmed: " + fatFingerFactor);
        }
    }

    /**
     * The step over a price, fen per unit: the smallest multiple of the tick by which the whole lot costs at least the
     * ladder's step more.
     */
    public long stepOver(long priceFen) {
        var rise = lot.riseFor(ladder.stepAt(lot.valueAt(priceFen)));
        return Math.ceilDiv(rise, tickFen) * tickFen;
    }

    /** The least bid over a price, fen per unit. */
    public long leastOver(long priceFen) {
        return priceFen + stepOver(priceFen);
    }

    boolean isOnTick(long fen) {
        return fen % tickFen == 0;
    }
}
