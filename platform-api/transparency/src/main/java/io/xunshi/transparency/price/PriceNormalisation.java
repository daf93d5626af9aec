package io.xunshi.transparency.price;

import java.math.BigInteger;

/**
 * Brings the price of a deal to the one basis that all are compared on: delivered in the city, without tax, paid on
 * receipt. What was read and weighed is in the price of the statement already, by the deal's own terms.
 *
 * @param freightFen for a tonne, what fetching costs, where the buyer fetched; zero where it was delivered
 * @param termsFen for a tonne, what paying earlier is worth; negative for later
 * @param vatBasisPoints of the tax that the price includes; zero where it includes none
 */
public record PriceNormalisation(long freightFen, long termsFen, int vatBasisPoints) {
    private static final long WHOLE = 10_000;

    /** Fen for a tonne, rounded half-even once. */
    public long of(long fenPerTonne) {
        var priced = BigInteger.valueOf(Math.addExact(Math.addExact(fenPerTonne, freightFen), termsFen));
        return PriceMeasures.rounded(
                priced.multiply(BigInteger.valueOf(WHOLE)), BigInteger.valueOf(WHOLE + vatBasisPoints));
    }
}
