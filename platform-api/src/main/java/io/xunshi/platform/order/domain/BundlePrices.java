package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several things cost together: the discount is a part of the sum, rounded down to the fen, and every thing has
 * its share of it. Nothing becomes free.
 *
 * @param asked what each costs alone
 * @param discounts what is taken off each
 */
public record BundlePrices(List<Money> asked, int percent, List<Money> discounts) {
    public BundlePrices {
        asked = List.copyOf(asked);
        discounts = List.copyOf(discounts);
    }

    /** @throws IllegalArgumentException for a price that is not positive, or a percentage that no seller can give */
    public static BundlePrices of(List<Money> asked, int percent) {
        if (percent < 0 || percent > BundleDiscount.PERCENT_MAX) {
            throw new IllegalArgumentException("Nobody gives " + percent + " percent");
        }
        var prices = asked.stream().map(Money::amount).toList();
        var most = prices.stream().map(price -> price - 1).toList();
        var sum = prices.stream().reduce(0L, Math::addExact);
        var discount = Math.min(Math.multiplyExact(sum, (long) percent) / 100, sum - prices.size());
        return new BundlePrices(
                asked,
                percent,
                Apportionment.of(discount, prices, 0, most).stream()
                        .map(Money::fen)
                        .toList());
    }

    /** What each costs now. */
    public List<Money> prices() {
        return IntStream.range(0, asked.size())
                .mapToObj(i -> asked.get(i).minus(discounts.get(i)))
                .toList();
    }

    public Money discount() {
        return sumOf(discounts);
    }

    public Money price() {
        return sumOf(prices());
    }

    private static Money sumOf(List<Money> amounts) {
        return amounts.stream().reduce(Money.fen(0), Money::plus);
    }
}
