package io.xunshi.transparency.statistics;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The newest sales of a category and grade; so many that more would change no price, and so few that memory is bounded.
 */
final class NewestSales implements Serializable {
    static final int MOST = 500;
    static final NewestSales NONE = new NewestSales();

    private final PriorityQueue<Sale> oldestFirst = new PriorityQueue<>();

    void add(Sale sale) {
        oldestFirst.add(sale);
        if (oldestFirst.size() > MOST) {
            oldestFirst.remove();
        }
    }

    /** The newest of both: what is too old for one of them is too old for them together. */
    void merge(NewestSales other) {
        other.oldestFirst.forEach(this::add);
    }

    /** In no order. */
    Stream<AdjustedSale> asPaid(LocalDate today) {
        return recent(today).map(AdjustedSale::asPaid);
    }

    long[] sortedPrices(LocalDate today) {
        return recent(today).mapToLong(Sale::priceFen).sorted().toArray();
    }

    private Stream<Sale> recent(LocalDate today) {
        return oldestFirst.stream().filter(sale -> !sale.isTooOldOn(today));
    }
}
