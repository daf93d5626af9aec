package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a rental: whole calendar days of the city, both ends included. What counts is where midnight is there,
 * not how many hours have passed: a day is as long as the city's clocks make it.
 *
 * @throws IllegalArgumentException where the last day is before the first
 */
public record RentalDays(LocalDate first, LocalDate last) {

    public RentalDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("%s is before %s".formatted(last, first));
        }
    }

    /** The day that it is in the city. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, CityTime.ZONE);
    }

    /** When the day is over in the city, and the next begins. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    public int count() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** How many days after the last have begun at that moment; 0 in time. */
    public int daysLateAt(Instant moment) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(last, dayOf(moment))));
    }
}
