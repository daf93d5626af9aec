package io.xunshi.platform.auction.domain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a price falls by the clock (荷兰式拍卖), as published before it starts.
 *
 * @param ticks at least one; each later and lower than the one before
 * @param endsAt the first moment at which nothing can be taken any more
 */
public record DutchClock(List<Tick> ticks, Instant endsAt) {

    public DutchClock {
        ticks = List.copyOf(ticks);
        if (ticks.isEmpty() || !ticks.getLast().at.isBefore(endsAt)) {
            throw new IllegalArgumentException("A clock ticks before it ends");
        }
        for (int i = 1; i < ticks.size(); i++) {
            if (!ticks.get(i - 1).at.isBefore(ticks.get(i).at) || ticks.get(i - 1).priceFen <= ticks.get(i).priceFen) {
                throw new IllegalArgumentException("A clock goes on and its price falls: " + ticks);
            }
        }
        if (ticks.getLast().priceFen < 1) {
            throw new IllegalArgumentException("Nothing is given away: " + ticks);
        }
    }

    /** The price at a moment, fen per unit; empty before the first tick and from the end on. */
    public OptionalLong priceAt(Instant moment) {
        if (!moment.isBefore(endsAt)) {
            return OptionalLong.empty();
        }
        return ticks.reversed().stream()
                .filter(tick -> !tick.at.isAfter(moment))
                .mapToLong(Tick::priceFen)
                .findFirst();
    }

    /** From this moment on the price is so much, fen per unit. */
    public record Tick(Instant at, long priceFen) {}
}
