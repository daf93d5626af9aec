package io.xunshi.platform.pricing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.pricing.usecase.ReadFixings;
import io.xunshi.platform.pricing.usecase.ReadFixings.History;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reference prices for everybody. */
@RestController
@RequestMapping("/api/v1/reference-series")
class ReferenceSeriesController {
    private static final int MONTHS_SHOWN = 6;

    private final ReadFixings readFixings;
    private final Clock clock;

    ReferenceSeriesController(ReadFixings readFixings, Clock clock) {
        this.readFixings = readFixings;
        this.clock = clock;
    }

    @GetMapping
    @Access(Caller.PUBLIC)
    Mono<List<SeriesResponse>> all() {
        return readFixings
                .quotes()
                .map(quotes -> quotes.stream().map(SeriesResponse::of).toList());
    }

    /**
     * @param to today, where it is left out
     * @param from six months before, where it is left out
     * @param asOf as it was known then
     */
    @GetMapping("/{code}/fixings")
    @Access(Caller.PUBLIC)
    Mono<HistoryResponse> history(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Instant asOf) {
        var last = Days.within("to", to == null ? LocalDate.ofInstant(clock.instant(), CityTime.ZONE) : to);
        var first = Days.within("from", from == null ? last.minusMonths(MONTHS_SHOWN) : from);
        if (asOf != null) {
            Days.within("asOf", LocalDate.ofInstant(asOf, CityTime.ZONE));
        }
        return readFixings.history(code, first, last, asOf).map(HistoryResponse::of);
    }

    /** Every revision of a day, oldest first. */
    @GetMapping("/{code}/fixings/{day}/revisions")
    @Access(Caller.PUBLIC)
    Mono<List<FixingResponse>> revisions(@PathVariable String code, @PathVariable LocalDate day) {
        return readFixings
                .revisions(code, Days.within("day", day))
                .map(revisions -> revisions.stream().map(FixingResponse::of).toList());
    }

    /**
     * The lines <code>series|day|revision|fen</code> of all that was entered at once; their SHA-256 stands in the log.
     */
    @GetMapping(path = "/{code}/fixing-sets/{id}", produces = "text/plain;charset=UTF-8")
    @Access(Caller.PUBLIC)
    Mono<String> set(@PathVariable String code, @PathVariable UUID id) {
        return readFixings.linesOf(code, id);
    }

    /**
     * @param fixings by day, each in its newest revision
     * @param sha256 of a line <code>series|day|revision|fen</code> for each fixing, by day
     * @param notes what officers wrote down about these prices
     */
    record HistoryResponse(SeriesResponse series, List<FixingResponse> fixings, String sha256, List<String> notes) {

        static HistoryResponse of(History history) {
            return new HistoryResponse(
                    SeriesResponse.of(history.series(), List.of()),
                    history.revisions().stream().map(FixingResponse::of).toList(),
                    history.sha256(),
                    history.notes());
        }
    }
}
