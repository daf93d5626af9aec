package io.xunshi.platform.corner.domain;

/**
 * What books earn and cost in a corner, and how many may be out. Credits are counts of books given in, and never money.
 *
 * @param version counts up; every credit names the one it was reckoned by
 * @param earnsGood credits for a book in good condition
 * @param earnsWorn credits for a worn one; at most those for a good one
 * @param takeCosts credits for a book that is taken for good
 * @param carryMax what a reader may carry into the next term; the rest expires
 * @param booksMax books that a reader may have out at once
 * @param loanDays after the day of the loan
 */
public record CreditRule(
        int version, int earnsGood, int earnsWorn, int takeCosts, int carryMax, int booksMax, int loanDays) {
    public static final int CREDITS_MAX = 5;
    public static final int CARRY_MAX = 99;
    public static final int BOOKS_MAX = 20;
    public static final int DAYS_MAX = 120;

    /** One for one, two books for two weeks. */
    public static final CreditRule USUAL = new CreditRule(1, 1, 1, 1, 5, 2, 14);

    public boolean isInRange() {
        return isBetween(0, earnsGood, CREDITS_MAX)
                && isBetween(0, earnsWorn, earnsGood)
                && isBetween(0, takeCosts, CREDITS_MAX)
                && isBetween(0, carryMax, CARRY_MAX)
                && isBetween(1, booksMax, BOOKS_MAX)
                && isBetween(1, loanDays, DAYS_MAX);
    }

    public int earnedBy(Condition condition) {
        return switch (condition) {
            case GOOD -> earnsGood;
            case WORN -> earnsWorn;
        };
    }

    private static boolean isBetween(int least, int value, int most) {
        return least <= value && value <= most;
    }
}
