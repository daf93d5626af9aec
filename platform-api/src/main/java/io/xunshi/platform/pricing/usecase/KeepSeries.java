package io.xunshi.platform.pricing.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.pricing.PricingProblem;
import io.xunshi.platform.pricing.domain.Series;
import io.xunshi.platform.pricing.storage.SeriesRepository;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Adds to the reference prices that are kept. */
@Component
public class KeepSeries {
    private final SeriesRepository series;
    private final TradingCalendars calendars;

    KeepSeries(SeriesRepository series, TradingCalendars calendars) {
        this.series = series;
        this.calendars = calendars;
    }

    /** Raises {@link PricingProblem#SERIES_EXISTS}, and a field fault for an exchange without a calendar. */
    @Transactional
    public Mono<Series> add(Series added) {
        return calendars.find(added.calendar()).isPresent()
                ? series.add(added)
                        .filter(isNew -> isNew)
                        .switchIfEmpty(Mono.error(PricingProblem.SERIES_EXISTS::raise))
                        .thenReturn(added)
                : Mono.error(FieldFault.refuse(List.of(new FieldFault("calendar", "pricing.field.no-choice"))));
    }
}
