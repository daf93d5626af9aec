package io.xunshi.platform.marketday.web;

import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.usecase.FindDays.Near;
import io.xunshi.platform.marketday.usecase.FindDays.Shown;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A market day as everybody sees it.
 *
 * @param code public, <code>M…</code>
 * @param metres from where the reader asked; null where they did not say
 * @param free stalls without a number given out
 * @param waiting people on the waiting list
 * @param booksCloseAt until then sales are recorded and cancelled
 * @param cancelled why; null unless it is called off
 * @param goods how many stalls have goods of a root category; empty in lists
 */
record MarketDayResponse(
        UUID id,
        String code,
        String title,
        String organiser,
        Organiser.Kind organiserKind,
        String districtCode,
        String address,
        Place place,
        @Nullable Long metres,
        Instant applyUntil,
        Instant opensAt,
        Instant checkInUntil,
        Instant closesAt,
        Instant booksCloseAt,
        int stalls,
        int free,
        int waiting,
        String rules,
        @Nullable String cancelled,
        Map<String, Long> goods) {

    static MarketDayResponse of(MarketDay day) {
        return of(day, null, Map.of());
    }

    static MarketDayResponse of(Near near) {
        return of(near.day(), near.metres(), Map.of());
    }

    static MarketDayResponse of(Shown shown) {
        return of(shown.day(), null, shown.goods());
    }

    private static MarketDayResponse of(MarketDay day, @Nullable Long metres, Map<String, Long> goods) {
        var plan = day.plan();
        var hours = plan.hours();
        return new MarketDayResponse(
                day.id(),
                day.code(),
                plan.title(),
                day.organiser().name(),
                day.organiser().kind(),
                plan.districtCode(),
                plan.address(),
                plan.place(),
                metres,
                hours.applyUntil(),
                hours.opensAt(),
                hours.checkInUntil(),
                hours.closesAt(),
                day.booksCloseAt(),
                plan.stalls(),
                day.free(),
                day.waiting(),
                plan.rules(),
                day.cancelled(),
                goods);
    }
}
