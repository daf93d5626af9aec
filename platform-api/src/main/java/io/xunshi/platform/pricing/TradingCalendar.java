package io.xunshi.platform.pricing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which days an exchange trades (交易日历): Monday to Friday, but for the days it is closed. Working days that make up
 * for a holiday (调休) at a weekend are none.
 */
public record TradingCalendar(Set<LocalDate> closedDays) {

    public TradingCalendar {
        closedDays = Set.copyOf(closedDays);
    }

    public boolean isTradingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closedDays.contains(day);
    }

    /** So many trading days, the first of them on the anchor or after it. */
    public List<LocalDate> daysFrom(LocalDate anchor, int count) {
        return Stream.iterate(anchor, day -> day.plusDays(1))
                .filter(this::isTradingDay)
                .limit(count)
                .toList();
    }

    /** The trading day itself, or the last one before. */
    public LocalDate onOrBefore(LocalDate day) {
        return Stream.iterate(day, before -> before.minusDays(1))
                .filter(this::isTradingDay)
                .findFirst()
                .orElseThrow();
    }
}
