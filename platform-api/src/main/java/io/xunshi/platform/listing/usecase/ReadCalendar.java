package io.xunshi.platform.listing.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.Listings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says when a thing is to be had. */
@Component
public class ReadCalendar {
    /** How far ahead days can be asked for and booked. */
    private static final int DAYS_AHEAD = 180;

    private final Listings listings;
    private final Clock clock;

    ReadCalendar(Listings listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /** From today on; raises {@link ListingProblem#NOT_FOUND} or {@link ListingProblem#NOT_FOR_RENT}. */
    public Mono<Calendar> of(ListingId id) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        var open = new DayRange(today, today.plusDays(DAYS_AHEAD));
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> listing.rental() != null)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOR_RENT::raise))
                .flatMap(listing -> listings.busyDays(id, open).collectList())
                .map(busy -> new Calendar(open, busy));
    }

    /**
     * @param open on which days a rental may lie
     * @param busy on which of those the thing is not to be had, in order
     */
    public record Calendar(DayRange open, List<DayRange> busy) {}
}
