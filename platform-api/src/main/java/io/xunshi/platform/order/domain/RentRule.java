package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.RentalTerms;

/**
 * What renting costs, in whole fen; nothing is ever rounded. Seven days cost a week's rent where the owner names one,
 * and no part of a week costs more than the week.
 */
public final class RentRule {
    private static final int DAYS_OF_WEEK = 7;

    /** However small the deposit: who is a day late has not run away. */
    private static final int DAYS_LATE_MIN = 3;

    private static final int DAYS_LATE_MAX = 30;

    private RentRule() {}

    /** @param days at least 1 */
    public static Money rentOf(RentalTerms terms, int days) {
        var week = terms.perWeek();
        if (week == null) {
            return terms.perDay().times(days);
        }
        var rest = terms.perDay().times(days % DAYS_OF_WEEK);
        return week.times(days / DAYS_OF_WEEK).plus(rest.compareTo(week) < 0 ? rest : week);
    }

    /** A day's rent for every day begun, and never more than the deposit. */
    public static Money lateFeeOf(RentalTerms terms, int daysLate) {
        var fee = terms.perDay().times(daysLate);
        return fee.compareTo(terms.deposit()) < 0 ? fee : terms.deposit();
    }

    /**
     * After how many days a thing counts as never brought back: when the late fees have used up the deposit, but not
     * before three days and not after thirty.
     */
    public static int daysUntilLost(RentalTerms terms) {
        var deposit = terms.deposit().amount();
        var used = Math.ceilDiv(deposit, terms.perDay().amount());
        return Math.clamp(used, DAYS_LATE_MIN, DAYS_LATE_MAX);
    }
}
