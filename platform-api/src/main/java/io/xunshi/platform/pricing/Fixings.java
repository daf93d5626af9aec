package io.xunshi.platform.pricing;

import io.xunshi.platform.kernel.Sha256;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fixings that a computation may use: of each day the newest revision, and when each series trades. Immutable. */
public final class Fixings {
    private final Map<String, TradingCalendar> calendars;
    private final Map<String, NavigableMap<LocalDate, Fixing>> days = new HashMap<>();

    private Fixings(Map<String, TradingCalendar> calendars) {
        this.calendars = Map.copyOf(calendars);
        calendars.keySet().forEach(series -> days.put(series, new TreeMap<>()));
    }

    /**
     * @param calendars by series
     * @throws IllegalArgumentException for a fixing of a series without a calendar
     */
    public static Fixings of(Map<String, TradingCalendar> calendars, Collection<Fixing> fixings) {
        var all = new Fixings(calendars);
        fixings.forEach(all::keepNewest);
        return all;
    }

    /** These instead of those of the same days. */
    public Fixings with(Collection<Fixing> assumed) {
        var all = new Fixings(calendars);
        days.values().forEach(series -> series.values().forEach(all::keepNewest));
        assumed.forEach(fixing -> all.of(fixing.series()).put(fixing.day(), fixing));
        return all;
    }

    /** Codes of the series. */
    public Set<String> series() {
        return calendars.keySet();
    }

    public Optional<Fixing> on(String series, LocalDate day) {
        return Optional.ofNullable(of(series).get(day));
    }

    /** Of the day, or else of the last day before that has one. */
    public Optional<Fixing> onOrBefore(String series, LocalDate day) {
        return Optional.ofNullable(of(series).floorEntry(day)).map(Map.Entry::getValue);
    }

    /** @throws IllegalArgumentException for a series that is not among them */
    public TradingCalendar calendar(String series) {
        return Optional.ofNullable(calendars.get(series))
                .orElseThrow(() -> new IllegalArgumentException("No such series: " + series));
    }

    /**
     * SHA-256 of some fixings, hexadecimal: of a line <code>series|day|revision|fen</code> for each, sorted by series,
     * day and revision, every line ended by a line feed. Whoever has the fixings can compute it.
     */
    public static String hashOf(Collection<Fixing> fixings) {
        return Sha256.of(linesOf(fixings));
    }

    /** What {@link #hashOf} is the hash of. */
    public static String linesOf(Collection<Fixing> fixings) {
        return sorted(fixings).stream().map(fixing -> fixing.canonical() + "\n").collect(Collectors.joining());
    }

    static List<Fixing> sorted(Collection<Fixing> fixings) {
        return fixings.stream()
                .distinct()
                .sorted(Comparator.comparing(Fixing::series)
                        .thenComparing(Fixing::day)
                        .thenComparing(Fixing::revision))
                .toList();
    }

    private void keepNewest(Fixing fixing) {
        of(fixing.series())
                .merge(fixing.day(), fixing, (one, other) -> one.revision() >= other.revision() ? one : other);
    }

    private NavigableMap<LocalDate, Fixing> of(String series) {
        return Optional.ofNullable(days.get(series))
                .orElseThrow(() -> new IllegalArgumentException("No such series: " + series));
    }
}
