package io.xunshi.platform.clearing.domain;

import io.xunshi.platform.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/** How what is held for a deal is shared out when it is settled (结清). */
public final class Payoff {

    private Payoff() {}

    /** Of what is payable, what is not held yet; nothing where more is. */
    public static Money stillDue(List<Bill> held, Money payable) {
        return atLeastNothing(payable.minus(sumOf(held)));
    }

    /** Of what is held, what is more than is payable; nothing where less is. */
    public static Money tooMuch(List<Bill> held, Money payable) {
        return atLeastNothing(sumOf(held).minus(payable));
    }

    private static Money sumOf(List<Bill> held) {
        return held.stream().map(Bill::amount).reduce(Money.fen(0), Money::plus);
    }

    private static Money atLeastNothing(Money amount) {
        return amount.isPositive() ? amount : Money.fen(0);
    }

    /**
     * What was paid last goes back first; the rest of every bill is the seller's. All shares together are what was
     * held.
     *
     * @param held the oldest first
     * @param refund at most what is held
     * @throws IllegalArgumentException for more than is held
     */
    public static List<Share> of(List<Bill> held, Money refund) {
        var shares = new ArrayList<Share>();
        var left = refund;
        for (var bill : held.reversed()) {
            var back = left.compareTo(bill.amount()) < 0 ? left : bill.amount();
            shares.add(new Share(bill, back, bill.amount().minus(back)));
            left = left.minus(back);
        }
        if (left.isPositive()) {
            throw new IllegalArgumentException("More goes back than was paid: %s of %s".formatted(refund, held));
        }
        return List.copyOf(shares.reversed());
    }

    /** Of one bill. */
    public record Share(Bill bill, Money toBuyer, Money toSeller) {}
}
