package io.xunshi.platform.pricing;

import io.xunshi.platform.kernel.CityTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which days an exchange trades (交易日历): Monday to Friday, but for the days it is closed. Working days that make up
 * for a holiday (调休) at a weekend are none.
 */
public record TradingCalendar(Set<LocalDate> closedDays) {
    /** 夜盘开盘, in the city's time: a trading day begins on the evening of the trading day before. */
    private static final LocalTime OPENING = LocalTime.of(21, 0);

    public TradingCalendar {
        closedDays = Set.copyOf(closedDays);
    }

    /** The days on which all of them trade. */
    public static TradingCalendar together(Collection<TradingCalendar> calendars) {
        return new TradingCalendar(calendars.stream()
                .flatMap(calendar -> calendar.closedDays().stream())
                .collect(Collectors.toSet()));
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

    /** The trading day itself, or the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        return daysFrom(day, 1).getFirst();
    }

    /** The last trading day before it. */
    public LocalDate before(LocalDate day) {
        return onOrBefore(day.minusDays(1));
    }

    /** The first trading day whose session has not opened yet. */
    public LocalDate nextToOpen(Instant now) {
        return Stream.iterate(onOrAfter(now.atZone(CityTime.ZONE).toLocalDate()), day -> onOrAfter(day.plusDays(1)))
                .filter(day -> now.isBefore(opening(day)))
                .findFirst()
                .orElseThrow();
    }

    /** Before a holiday there is no night session; then nothing is traded until the morning, and nobody is wronged. */
    private Instant opening(LocalDate tradingDay) {
        return before(tradingDay).atTime(OPENING).atZone(CityTime.ZONE).toInstant();
    }

    /** The trading day itself, or the last one before. */
    public LocalDate onOrBefore(LocalDate day) {
        return Stream.iterate(day, before -> before.minusDays(1))
                .filter(this::isTradingDay)
                .findFirst()
                .orElseThrow();
    }
}
