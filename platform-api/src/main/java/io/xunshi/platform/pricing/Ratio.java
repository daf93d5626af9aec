package io.xunshi.platform.pricing;

import java.math.BigInteger;

/**
 * An exact number: a fraction of whole numbers of any size. A settlement of ten million tonnes at a hundred thousand
 * yuan passes through 10²⁰ on its way, which no <code>long</code> holds, and a division by 0.88 has no end in decimals.
 */
final class Ratio implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Ratio(BigInteger numerator, BigInteger denominator) {
        var divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        this.numerator = numerator.divide(divisor);
        this.denominator = denominator.divide(divisor);
    }

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** @throws ArithmeticException where the denominator is zero */
    static Ratio of(long numerator, long denominator) {
        return of(numerator).dividedBy(of(denominator));
    }

    /** Of basis points, 万分之几: 8,800 is 0.88. */
    static Ratio basisPoints(long points) {
        return new Ratio(BigInteger.valueOf(points), TEN_THOUSAND);
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException where the other is zero */
    Ratio dividedBy(Ratio other) {
        if (other.numerator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Ratio atLeast(Ratio floor) {
        return compareTo(floor) < 0 ? floor : this;
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * The nearest whole number, of two equally near the even one (四舍六入五成双, GB/T 8170-2008).
     *
     * @throws ArithmeticException beyond what a long holds
     */
    long rounded() {
        var parts = numerator.divideAndRemainder(denominator);
        var toHalf = parts[1].abs().shiftLeft(1).compareTo(denominator);
        var awayFromZero = toHalf > 0 || toHalf == 0 && parts[0].testBit(0);
        return parts[0].add(awayFromZero ? BigInteger.valueOf(numerator.signum()) : BigInteger.ZERO)
                .longValueExact();
    }

    /** The nearest multiple of a step, of two equally near the even one. */
    long roundedTo(long step) {
        return Math.multiplyExact(dividedBy(of(step)).rounded(), step);
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratio ratio
                && numerator.equals(ratio.numerator)
                && denominator.equals(ratio.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
