package io.xunshi.transparency.price;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.record.PriceRecord;
import io.xunshi.transparency.record.PriceRecord.Committed;
import io.xunshi.transparency.record.PriceRecord.Released;
import io.xunshi.transparency.record.PriceRecord.Revealed;
import io.xunshi.transparency.record.PriceRecord.WeekClosed;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the log says of prices, week by week. Takes records in their order, in any portions; a record that contradicts
 * an earlier one is a {@link Contradiction}, since nobody but who keeps the log can have written it. Not thread-safe.
 */
public final class PriceLedger {
    private final NavigableMap<PriceWeek, Week> weeks = new TreeMap<>();
    private final List<Released> released = new ArrayList<>();

    /** @throws Contradiction where what is revealed was never committed to, or twice, or a week is closed twice */
    public void add(PriceRecord said) {
        var week = weeks.computeIfAbsent(said.week(), key -> new Week());
        switch (said) {
            case Committed committed -> week.add(committed);
            case Revealed revealed -> week.add(revealed);
            case WeekClosed closed -> week.add(closed);
            case Released release -> released.add(release);
        }
    }

    /** Every publication that the log names, in order. */
    public List<Released> released() {
        return List.copyOf(released);
    }

    /** Empty until the week is closed for the vintage. */
    public Optional<PricePublication> publication(PriceWeek week, Vintage vintage, long size, Hash root) {
        return Optional.ofNullable(weeks.get(week))
                .flatMap(said -> said.closed(vintage))
                .map(closed -> PricePublication.of(closed, revealed(week, vintage), size, root));
    }

    /** What is known of a week when a vintage is published. */
    public List<Revealed> revealed(PriceWeek week, Vintage vintage) {
        var said = weeks.get(week);
        return said == null ? List.of() : said.revealedBy(vintage);
    }

    /** What the log says of itself does not hold; the message says what. */
    public static final class Contradiction extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Contradiction(String message) {
            super(message);
        }
    }

    private static final class Week {
        private final Set<String> committed = new HashSet<>();
        private final NavigableMap<String, Revealed> revealed = new TreeMap<>();
        private final NavigableMap<Vintage, WeekClosed> closed = new TreeMap<>();

        void add(Committed said) {
            if (!committed.add(said.commitment())) {
                throw new Contradiction("One deal of " + said.week() + " is committed to twice");
            }
        }

        void add(Revealed said) {
            var commitment = said.commitment();
            if (!said.isConsistent() || !committed.contains(commitment)) {
                throw new Contradiction("A price of " + said.week() + " is not one that was committed to");
            }
            if (closed.containsKey(said.vintage()) || revealed.put(commitment, said) != null) {
                throw new Contradiction("A price of " + said.week() + " is revealed twice, or too late");
            }
        }

        void add(WeekClosed said) {
            if (said.samples() != committed.size() || closed.put(said.vintage(), said) != null) {
                throw new Contradiction(
                        "The week " + said.week() + " is closed twice, or over another number of deals");
            }
        }

        Optional<WeekClosed> closed(Vintage vintage) {
            return Optional.ofNullable(closed.get(vintage));
        }

        List<Revealed> revealedBy(Vintage vintage) {
            return revealed.values().stream()
                    .filter(said -> said.vintage().compareTo(vintage) <= 0)
                    .sorted(Comparator.comparing(Revealed::commitment))
                    .toList();
        }
    }
}
