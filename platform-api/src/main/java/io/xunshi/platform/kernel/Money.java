package io.xunshi.platform.kernel;

/**
 * An amount of money in the smallest unit of its currency; for CNY that is fen (分), a hundredth of a yuan. May be
 * negative: a posting that takes is a negative amount. No operation rounds, and none overflows silently.
 *
 * @param amount in minor units
 * @param currency ISO 4217, upper case
 */
public record Money(long amount, String currency) implements Comparable<Money> {
    public static final String CNY = "CNY";

    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("An ISO 4217 code has three letters: " + currency);
        }
    }

    public static Money fen(long amount) {
        return new Money(amount, CNY);
    }

    /** @throws ArithmeticException where the sum does not fit, or the currencies differ */
    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /** @throws ArithmeticException where the difference does not fit, or the currencies differ */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    /** @throws ArithmeticException beyond what a long holds */
    public Money times(int count) {
        return new Money(Math.multiplyExact(amount, (long) count), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    /** @throws ArithmeticException where the currencies differ: they have no order */
    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new ArithmeticException("%s and %s do not mix".formatted(currency, other.currency));
        }
        return other;
    }
}
