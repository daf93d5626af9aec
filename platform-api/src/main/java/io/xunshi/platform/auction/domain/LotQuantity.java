package io.xunshi.platform.auction.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What is sold, as far as a price must know it.
 *
 * @param amount grams of what is weighed, or pieces (台、辆、件); above nothing, at most ten million tonnes
 * @param perPriceUnit how many of them a price is for: a tonne's grams, or one piece
 */
public record LotQuantity(long amount, long perPriceUnit) {
    public static final long GRAMS_PER_TONNE = 1_000_000;
    public static final long AMOUNT_MAX = 10_000_000 * GRAMS_PER_TONNE;

    public LotQuantity {
        if (amount <= 0 || amount > AMOUNT_MAX || perPriceUnit < 1) {
            throw new IllegalArgumentException("No lot is so much: %d by %d".formatted(amount, perPriceUnit));
        }
    }

    public static LotQuantity ofGrams(long grams) {
        return new LotQuantity(grams, GRAMS_PER_TONNE);
    }

    public static LotQuantity ofPieces(long pieces) {
        return new LotQuantity(pieces, 1);
    }

    /**
     * What it costs at a price per tonne or per piece: fen, rounded half-even once.
     *
     * @throws ArithmeticException beyond what a long holds
     */
    public long valueAt(long priceFen) {
        return BigDecimal.valueOf(priceFen)
                .multiply(BigDecimal.valueOf(amount))
                .divide(BigDecimal.valueOf(perPriceUnit), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * By how much a price has to rise for the whole to cost at least so many fen more: rounded up, since less would be
     * less than was asked for.
     */
    public long riseFor(long fen) {
        var whole = BigInteger.valueOf(amount);
        return BigInteger.valueOf(fen)
                .multiply(BigInteger.valueOf(perPriceUnit))
                .add(whole)
                .subtract(BigInteger.ONE)
                .divide(whole)
                .longValueExact();
    }
}
