package io.xunshi.platform.pricing;

/**
 * A number as it is printed.
 *
 * @param amount in the smallest unit
 * @param exact false where the exact number, with which the next line goes on, has more digits than are printed
 */
public record Quantity(long amount, Unit unit, boolean exact) {

    static Quantity of(long amount, Unit unit) {
        return new Quantity(amount, unit, true);
    }

    /** Rounded half-even for the print alone. */
    static Quantity printed(Ratio number, Unit unit) {
        return new Quantity(number.rounded(), unit, number.isWhole());
    }

    /** What is counted. */
    public enum Unit {
        FEN,
        /** 分/吨. */
        FEN_PER_TONNE,
        /** 分/件. */
        FEN_PER_PIECE,
        GRAM,
        PIECE,
        /** Ten-thousandths, 万分之几. */
        BASIS_POINT,
        /** Hundredths of the attribute's own unit; of a percentage these are basis points. */
        HUNDREDTH,
        /** Days, revisions, pieces of paper. */
        COUNT
    }
}
