package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.MarketDay.Hours;
import io.xunshi.platform.marketday.domain.MarketDay.Plan;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Announces market days, and calls them off. */
@Component
public class AnnounceDay {
    private final Desk desk;
    private final DayRepository days;
    private final StallRepository stalls;
    private final TellHolders tellHolders;
    private final Catalog catalog;
    private final MarketDaySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    AnnounceDay(
            Desk desk,
            DayRepository days,
            StallRepository stalls,
            TellHolders tellHolders,
            Catalog catalog,
            MarketDaySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.desk = desk;
        this.days = days;
        this.stalls = stalls;
        this.tellHolders = tellHolders;
        this.catalog = catalog;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link MarketDayProblem#BAD_HOURS}, {@link MarketDayProblem#TOO_MANY_DAYS} and field faults. */
    @Transactional
    public Mono<MarketDay> announce(AccountId steward, NewDay said) {
        var now = clock.instant();
        if (!said.hours().arePossibleAt(now)) {
            return Mono.error(MarketDayProblem.BAD_HOURS.raise());
        }
        return desk.of(steward)
                .delayUntil(organiser -> days.countComing(organiser.id(), now)
                        .filter(count -> count < settings.daysMax())
                        .switchIfEmpty(Mono.error(() -> MarketDayProblem.TOO_MANY_DAYS.raise(settings.daysMax()))))
                .map(organiser -> day(organiser, said))
                .delayUntil(day -> days.add(day, steward, now));
    }

    /**
     * Tells everybody who has a stall or waits for one; a day that has begun cannot be called off. Raises
     * {@link MarketDayProblem#NO_SUCH_DAY}, {@link MarketDayProblem#DAY_HAS_BEGUN}; does nothing the second time.
     */
    @Transactional
    public Mono<MarketDay> cancel(AccountId steward, UUID id, String why) {
        return desk.lockDayOf(steward, id)
                .flatMap(day -> day.isCancelled() ? Mono.just(day) : cancel(day, steward, why));
    }

    private Mono<MarketDay> cancel(MarketDay day, AccountId steward, String why) {
        var now = clock.instant();
        if (!now.isBefore(day.plan().hours().opensAt())) {
            return Mono.error(MarketDayProblem.DAY_HAS_BEGUN.raise());
        }
        return stalls.isAnybodyThere(day.id())
                .flatMap(isAnybody ->
                        isAnybody ? Mono.error(MarketDayProblem.DAY_HAS_BEGUN.raise()) : Mono.<Void>empty())
                .then(Mono.defer(() -> days.cancel(day.id(), steward, why, now)))
                .then(Mono.defer(() -> stalls.cancelAll(day.id()).collectList()))
                .flatMap(ended -> tellHolders.ofCancellation(day, ended))
                .then(Mono.defer(() -> days.find(day.id())));
    }

    private MarketDay day(Organiser organiser, NewDay said) {
        var id = ids.next();
        var district = catalog.district(said.districtCode())
                .orElseThrow(
                        () -> FieldFault.refuse(List.of(new FieldFault("districtCode", "marketday.field.unknown"))));
        return new MarketDay(
                id,
                ShortCode.of('M', id),
                organiser,
                new Plan(
                        said.title(),
                        said.districtCode(),
                        said.address(),
                        placeOf(said, district),
                        said.hours(),
                        said.stalls(),
                        said.rules()),
                0,
                0,
                said.hours().closesAt().plus(settings.booksOpenAfter()),
                null);
    }

    private static Place placeOf(NewDay said, District district) {
        return said.place() == null ? new Place(district.lat(), district.lon()) : said.place();
    }

    /** @param place null for the district's centre */
    public record NewDay(
            String title,
            String districtCode,
            String address,
            @Nullable Place place,
            Hours hours,
            int stalls,
            String rules) {}
}
