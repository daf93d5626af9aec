package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.OrganiserRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whom somebody organises for. Everything that organisers do begins here, so what belongs to another organiser does not
 * exist for them.
 */
@Component
class Desk {
    private final OrganiserRepository organisers;
    private final DayRepository days;

    Desk(OrganiserRepository organisers, DayRepository days) {
        this.organisers = organisers;
        this.days = days;
    }

    /** Raises {@link MarketDayProblem#NOT_AN_ORGANISER}. */
    Mono<Organiser> of(AccountId steward) {
        return organisers.findOfSteward(steward).switchIfEmpty(Mono.error(MarketDayProblem.NOT_AN_ORGANISER::raise));
    }

    /** Raises {@link MarketDayProblem#NO_SUCH_DAY}. */
    Mono<MarketDay> dayOf(AccountId steward, UUID id) {
        return of(steward).flatMap(organiser -> own(organiser, days.find(id)));
    }

    /** The same; nobody else gives out or frees a stall of it until the caller's transaction ends. */
    Mono<MarketDay> lockDayOf(AccountId steward, UUID id) {
        return of(steward).flatMap(organiser -> own(organiser, days.lock(id)));
    }

    private static Mono<MarketDay> own(Organiser organiser, Mono<MarketDay> found) {
        return found.filter(day -> day.organiser().equals(organiser))
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_DAY::raise));
    }
}
