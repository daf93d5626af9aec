package io.xunshi.transparency.record;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/**
 * A week of the city, Monday to Sunday (ISO 8601).
 *
 * @param monday its first day
 */
public record PriceWeek(LocalDate monday) implements Comparable<PriceWeek> {
    private static final Pattern TEXT = Pattern.compile("([12][0-9]{3})-W([0-9]{2})");
    private static final int DAYS_TO_SUNDAY = 6;

    public PriceWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("A week begins on a Monday");
        }
    }

    public static PriceWeek of(LocalDate day) {
        return new PriceWeek(day.with(DayOfWeek.MONDAY));
    }

    /** @throws IllegalArgumentException where it is not like <code>2026-W47</code>, or there is no such week */
    public static PriceWeek parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A week is like 2026-W47");
        }
        var year = Integer.parseInt(parts.group(1));
        var week = of(LocalDate.of(year, 1, 4)).monday.plusWeeks(Integer.parseInt(parts.group(2)) - 1L);
        var found = new PriceWeek(week);
        if (!found.toString().equals(text)) {
            throw new IllegalArgumentException("There is no week " + text);
        }
        return found;
    }

    /** The day at whose beginning a vintage of the week is due. */
    public LocalDate due(Vintage vintage) {
        return monday.plusDays(DAYS_TO_SUNDAY).plus(vintage.after());
    }

    @Override
    public int compareTo(PriceWeek other) {
        return monday.compareTo(other.monday);
    }

    /** <code>2026-W47</code>. */
    @Override
    public String toString() {
        return "%04d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
