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
 * What the log says of prices, week by week. Takes records in their order, in any portions. A week whose records
 * contradict each other stays so, since nobody but who keeps the log can have written them; it hinders no other. Not
 * thread-safe.
 */
public final class PriceLedger {
    private final NavigableMap<PriceWeek, Week> weeks = new TreeMap<>();
    private final NavigableMap<PriceWeek, Contradiction> contradictions = new TreeMap<>();
    private final List<Released> released = new ArrayList<>();

    /** What follows the first contradiction of a week says nothing any more. */
    public void add(PriceRecord said) {
        if (contradictions.containsKey(said.week())) {
            return;
        }
        var week = weeks.computeIfAbsent(said.week(), key -> new Week());
        try {
            switch (said) {
                case Committed committed -> week.add(committed);
                case Revealed revealed -> week.add(revealed);
                case WeekClosed closed -> week.add(closed);
                case Released release -> released.add(release);
            }
        } catch (Contradiction contradiction) {
            contradictions.put(said.week(), contradiction);
        }
    }

    /** Every publication that the log names, in order. */
    public List<Released> released() {
        return List.copyOf(released);
    }

    /** The first of each week that has one, by week. */
    public List<Contradiction> contradictions() {
        return List.copyOf(contradictions.values());
    }

    /**
     * Empty until the week is closed for the vintage.
     *
     * @throws Contradiction where what is revealed was never committed to, or twice, or after the closing of the same
     *     vintage or a later one, or where the week is closed so
     */
    public Optional<ClosedWeek> closed(PriceWeek week, Vintage vintage) {
        var contradiction = contradictions.get(week);
        if (contradiction != null) {
            throw contradiction;
        }
        return Optional.ofNullable(weeks.get(week)).flatMap(said -> said.closed(vintage));
    }

    /** The figures of {@link #closed}. */
    public Optional<PricePublication> publication(PriceWeek week, Vintage vintage, long size, Hash root) {
        return closed(week, vintage).map(closed -> closed.publication(size, root));
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
            if (isClosedAtOrAfter(said.vintage()) || revealed.put(commitment, said) != null) {
                throw new Contradiction("A price of " + said.week() + " is revealed twice, or too late");
            }
        }

        void add(WeekClosed said) {
            if (said.samples() != committed.size() || isClosedAtOrAfter(said.vintage())) {
                throw new Contradiction(
                        "The week " + said.week() + " is closed twice, too late, or over another number of deals");
            }
            closed.put(said.vintage(), said);
        }

        /** Figures of a vintage are made of all that was revealed until then: nothing may slip below them later. */
        private boolean isClosedAtOrAfter(Vintage vintage) {
            return !closed.tailMap(vintage, true).isEmpty();
        }

        Optional<ClosedWeek> closed(Vintage vintage) {
            return Optional.ofNullable(closed.get(vintage)).map(said -> new ClosedWeek(said, revealedBy(vintage)));
        }

        private List<Revealed> revealedBy(Vintage vintage) {
            return revealed.values().stream()
                    .filter(said -> said.vintage().compareTo(vintage) <= 0)
                    .sorted(Comparator.comparing(Revealed::commitment))
                    .toList();
        }
    }
}
