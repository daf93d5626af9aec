package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Two or three people, each of whom gives a thing to the next and the last to the first. A swap between two is the ring
 * of two: there is no other kind.
 *
 * @param parties different people with different things, whose balances sum to zero
 */
public record SwapRing(List<SwapParty> parties) {
    public static final int SMALLEST = 2;
    public static final int LARGEST = 3;

    /** @throws IllegalArgumentException for what is no ring */
    public SwapRing {
        parties = List.copyOf(parties);
        if (!isRing(parties.stream().map(SwapParty::person).toList())
                || !isRing(parties.stream().map(SwapParty::listingId).toList())
                || !isBalanced(parties.stream().map(SwapParty::pays).toList())) {
            throw new IllegalArgumentException("No ring: " + parties);
        }
    }

    /** Whether so many may stand in a ring, and each of them once. */
    public static boolean isRing(List<?> members) {
        return members.size() >= SMALLEST
                && members.size() <= LARGEST
                && members.stream().distinct().count() == members.size();
    }

    /** Whether what some pay is what the others get. */
    public static boolean isBalanced(List<Money> balances) {
        return balances.stream().allMatch(balance -> balance.currency().equals(Money.CNY))
                && balances.stream().reduce(Money.fen(0), Money::plus).amount() == 0;
    }

    /**
     * What each would have to pay so that nobody gains: the price of what they get less that of what they give. Sums to
     * zero, since every thing is given once and got once.
     *
     * @param prices of what each gives
     */
    public static List<Money> evenedOut(List<Money> prices) {
        var count = prices.size();
        return IntStream.range(0, count)
                .mapToObj(place -> prices.get((place + count - 1) % count).minus(prices.get(place)))
                .toList();
    }

    public Optional<SwapParty> of(AccountId person) {
        return parties.stream().filter(party -> party.person().equals(person)).findFirst();
    }

    /** Who gets what the party gives. */
    public SwapParty receiverOf(SwapParty party) {
        return parties.get((parties.indexOf(party) + 1) % parties.size());
    }

    /** Who gives what the party gets. */
    public SwapParty giverTo(SwapParty party) {
        return parties.get((parties.indexOf(party) + parties.size() - 1) % parties.size());
    }

    public List<SwapParty> payers() {
        return parties.stream().filter(party -> party.pays().isPositive()).toList();
    }

    public List<SwapParty> paid() {
        return parties.stream().filter(party -> party.pays().isNegative()).toList();
    }

    public boolean haveAllConsented() {
        return parties.stream().allMatch(SwapParty::consented);
    }

    public boolean haveAllHandedOver() {
        return parties.stream().allMatch(SwapParty::handedOver);
    }

    public boolean hasAnyHandedOver() {
        return parties.stream().anyMatch(SwapParty::handedOver);
    }

    /** What was handed over and is not back. */
    public List<SwapParty> away() {
        return parties.stream().filter(SwapParty::isAway).toList();
    }

    SwapRing with(SwapParty changed) {
        return new SwapRing(parties.stream()
                .map(party -> party.id().equals(changed.id()) ? changed : party)
                .toList());
    }

    public <T> List<T> each(Function<SwapParty, T> said) {
        return parties.stream().map(said).toList();
    }
}
