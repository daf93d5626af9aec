package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows coming days to everybody, stalls to their holders, and a day's desk to its organiser. */
@Component
public class FindDays {
    private static final int COMING_MAX = 200;
    private static final int OWN_MAX = 100;

    private final DayRepository days;
    private final StallRepository stalls;
    private final Desk desk;
    private final Catalog catalog;
    private final Clock clock;

    FindDays(DayRepository days, StallRepository stalls, Desk desk, Catalog catalog, Clock clock) {
        this.days = days;
        this.stalls = stalls;
        this.desk = desk;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The soonest first, with the distance from where the reader is or from a district's centre.
     *
     * @param reader null where they do not say
     */
    public Mono<List<Near>> coming(@Nullable Place reader, @Nullable String districtCode) {
        var from = reader == null ? centreOf(districtCode) : Optional.of(reader);
        return days.findComing(clock.instant(), COMING_MAX)
                .map(day -> new Near(
                        day,
                        from.map(place -> place.metresTo(day.plan().place())).orElse(null)))
                .collectList();
    }

    /** With what will be sold; raises {@link MarketDayProblem#NO_SUCH_DAY}. */
    public Mono<Shown> find(UUID id) {
        return days.find(id)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_DAY::raise))
                .flatMap(day -> stalls.findAllAt(id).collectList().map(all -> new Shown(day, goodsOf(all))));
    }

    /** The newest application first. */
    public Mono<List<Held>> stallsOf(AccountId holder) {
        return stalls.findAllOf(holder, OWN_MAX).collectList().flatMap(this::withDays);
    }

    /** Raises {@link MarketDayProblem#NO_SUCH_STALL}. */
    public Mono<Held> stallOf(AccountId holder, UUID id) {
        return stalls.findOf(holder, id)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                .flatMap(stall -> days.find(stall.dayId()).map(day -> new Held(stall, day)));
    }

    /** Raises {@link MarketDayProblem#NOT_AN_ORGANISER}. */
    public Mono<Organised> ofSteward(AccountId steward) {
        return desk.of(steward)
                .flatMap(organiser ->
                        days.findOf(organiser.id(), OWN_MAX).collectList().map(all -> new Organised(organiser, all)));
    }

    /** Raises {@link MarketDayProblem#NO_SUCH_DAY}. */
    public Mono<AtDesk> atDesk(AccountId steward, UUID id) {
        return desk.dayOf(steward, id)
                .flatMap(day -> stalls.findAllAt(id).collectList().map(all -> new AtDesk(day, all)));
    }

    private Mono<List<Held>> withDays(List<Stall> held) {
        var ids = held.stream().map(Stall::dayId).collect(Collectors.toSet());
        return days.findAll(ids)
                .collectMap(MarketDay::id)
                .map(byId -> held.stream()
                        .map(stall -> new Held(stall, Objects.requireNonNull(byId.get(stall.dayId()))))
                        .toList());
    }

    private Optional<Place> centreOf(@Nullable String districtCode) {
        return Optional.ofNullable(districtCode)
                .flatMap(catalog::district)
                .map(district -> new Place(district.lat(), district.lon()));
    }

    private static Map<String, Long> goodsOf(List<Stall> all) {
        return all.stream()
                .filter(stall -> stall.number() != null)
                .flatMap(stall -> stall.goods().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** @param metres null where the reader did not say where they are */
    public record Near(MarketDay day, @Nullable Long metres) {}

    /** @param goods how many stalls have goods of a root category */
    public record Shown(MarketDay day, Map<String, Long> goods) {}

    /** A stall with its day. */
    public record Held(Stall stall, MarketDay day) {}

    /** An organiser with their days, the latest first. */
    public record Organised(Organiser organiser, List<MarketDay> days) {}

    /** A day with all who applied. */
    public record AtDesk(MarketDay day, List<Stall> stalls) {}
}
