package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A price that somebody wants to enter.
 *
 * @param place where it stands in the request: <code>csv[3]</code>; empty for the whole of it
 */
public record NewFixing(String place, LocalDate day, long fenPerTonne) {

    /** What no confirmation heals. */
    public Optional<FieldFault> fault(TradingCalendar calendar, LocalDate today) {
        if (fenPerTonne < 1 || fenPerTonne > Fixing.MAX_FEN_PER_TONNE) {
            return Optional.of(fault(place.isEmpty() ? "fenPerTonne" : "price", "price-range"));
        }
        if (day.isAfter(today)) {
            return Optional.of(fault("day", "future-day"));
        }
        return calendar.isTradingDay(day) ? Optional.empty() : Optional.of(fault("day", "no-trading-day"));
    }

    public FieldFault fault(String field, String rule) {
        return new FieldFault(place.isEmpty() ? field : place + "." + field, "pricing.field." + rule);
    }

    public Fixing of(String series, int revision) {
        return new Fixing(series, day, revision, fenPerTonne);
    }
}
