package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.ReadCalendar;
import io.xunshi.platform.listing.usecase.ReadCalendar.Calendar;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** On which days a thing can be rented. */
@RestController
class CalendarController {
    private final ReadCalendar readCalendar;

    CalendarController(ReadCalendar readCalendar) {
        this.readCalendar = readCalendar;
    }

    @GetMapping("/api/v1/listings/{id}/calendar")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Calendar> calendar(@PathVariable UUID id) {
        return readCalendar.of(new ListingId(id));
    }
}
