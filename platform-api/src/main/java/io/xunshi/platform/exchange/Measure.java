package io.xunshi.platform.exchange;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a material is measured and priced; quantities are whole numbers of the small unit. */
public enum Measure {
    /** Quantities in grams, prices in fen per tonne. */
    WEIGHT(1_000_000),
    /** 台、辆、件、个: quantities and prices by the piece. */
    PIECES(1);

    private final long perPriceUnit;

    Measure(long perPriceUnit) {
        this.perPriceUnit = perPriceUnit;
    }

    /** How many of the small unit a price is for. */
    public long perPriceUnit() {
        return perPriceUnit;
    }

    /**
     * What a quantity is worth at a price, rounded half-even to the fen once (GB/T 8170).
     *
     * @param price for a tonne or a piece
     * @throws ArithmeticException beyond what a long holds
     */
    public Money value(Money price, long quantity) {
        return Money.fen(BigDecimal.valueOf(price.amount())
                .multiply(BigDecimal.valueOf(quantity))
                .divide(BigDecimal.valueOf(perPriceUnit), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    public static Measure of(Material material) {
        return material.isWeighed() ? WEIGHT : PIECES;
    }
}
