package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.ControlHistory;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.storage.SignedDealRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds the deals of a year whose sides hang together, by what is known now. */
@Component
class FindRelatedSides {
    private static final Duration LOOKED_AT = Duration.ofDays(365);

    private final SignedDealRepository deals;
    private final Organisations organisations;
    private final Clock clock;

    FindRelatedSides(SignedDealRepository deals, Organisations organisations, Clock clock) {
        this.deals = deals;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Control that began after a deal, or had ended before it, says nothing of it. In the order of the deals. */
    Mono<List<RelatedSides>> now() {
        var after = clock.instant().minus(LOOKED_AT);
        return organisations
                .controlHistory()
                .flatMapMany(history -> underOneControl(history, after))
                .concatWith(deals.findSharing(after))
                .distinct(RelatedSides::trade)
                .collectSortedList(Comparator.comparing(RelatedSides::at));
    }

    private Flux<RelatedSides> underOneControl(ControlHistory history, Instant after) {
        return deals.findPairs(after)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .flatMapIterable(pairs -> pairs)
                .filter(pair -> history.mayHaveBeenUnderOneControl(pair.seller(), pair.buyer()))
                .concatMap(pair -> deals.findBetween(pair, after))
                .filter(sides -> history.wereUnderOneControl(
                        dayOf(sides), sides.deal().seller(), sides.deal().buyer()))
                .map(FindRelatedSides::underOneControl);
    }

    private static LocalDate dayOf(RelatedSides sides) {
        return LocalDate.ofInstant(sides.at(), CityTime.ZONE);
    }

    private static RelatedSides underOneControl(RelatedSides sides) {
        return new RelatedSides(sides.deal(), true, sides.sharedPeople(), sides.sharedBrowsers());
    }
}
