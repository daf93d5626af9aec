package io.xunshi.platform.pricing.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Fixings;
import io.xunshi.platform.pricing.PricingEvents.PricesFixed;
import io.xunshi.platform.pricing.PricingProblem;
import io.xunshi.platform.pricing.domain.FixingFile;
import io.xunshi.platform.pricing.domain.FixingRevision;
import io.xunshi.platform.pricing.domain.FixingSet;
import io.xunshi.platform.pricing.domain.FixingSet.Kind;
import io.xunshi.platform.pricing.domain.NewFixing;
import io.xunshi.platform.pricing.domain.NewFixings;
import io.xunshi.platform.pricing.domain.Series;
import io.xunshi.platform.pricing.storage.FixingRepository;
import io.xunshi.platform.pricing.storage.SeriesRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * What an officer does with reference prices: enters them, one or a file of them, and corrects them. All of a request
 * is kept or nothing of it, and who sent it is kept with it.
 */
@Component
public class EnterFixings {
    private final SeriesRepository series;
    private final FixingRepository fixings;
    private final TradingCalendars calendars;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    EnterFixings(
            SeriesRepository series,
            FixingRepository fixings,
            TradingCalendars calendars,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.series = series;
        this.fixings = fixings;
        this.calendars = calendars;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The price of one day.
     *
     * @param isConfirmed the officer means it, however far it is from the one before
     */
    @Transactional
    public Mono<FixingSet> enter(
            AccountId officer, String code, LocalDate day, long fenPerTonne, String note, boolean isConfirmed) {
        var fixing = new NewFixing("", day, fenPerTonne);
        var confirmed = isConfirmed ? Set.of(day) : Set.<LocalDate>of();
        return existing(code)
                .flatMap(found -> checked(found, List.of(fixing), confirmed))
                .flatMap(prices -> add(Kind.ENTRY, note, prices, officer, ""));
    }

    /**
     * The prices of a file, {@link FixingFile}.
     *
     * @param confirmed days whose prices the officer means, however far they are from the ones before
     */
    @Transactional
    public Mono<FixingSet> importFile(
            AccountId officer, String code, String csv, String note, Set<LocalDate> confirmed) {
        var file = FixingFile.read(csv);
        return existing(code)
                .flatMap(found -> file.faults().isEmpty()
                        ? checked(found, file.rows(), confirmed)
                        : Mono.error(FieldFault.refuse(file.faults())))
                .flatMap(prices -> add(Kind.IMPORT, note, prices, officer, ""));
    }

    /**
     * One more revision beside those of the day.
     *
     * @param revision the newest, which the officer has seen
     * @param reason why it was wrong
     */
    @Transactional
    public Mono<FixingSet> correct(AccountId officer, String code, Correction correction, long revision) {
        var day = correction.day();
        return existing(code)
                .thenMany(fixings.revisions(code, day))
                .takeLast(1)
                .singleOrEmpty()
                .switchIfEmpty(Mono.error(PricingProblem.NO_SUCH_FIXING::raise))
                .flatMap(newest -> corrected(newest, correction, revision))
                .flatMap(fixing -> add(Kind.CORRECTION, "", List.of(fixing), officer, correction.reason()));
    }

    private Mono<Fixing> corrected(FixingRevision newest, Correction correction, long revision) {
        if (newest.fixing().revision() != revision) {
            return Mono.error(HttpProblem.STALE::raise);
        }
        return newest.fixing().fenPerTonne() == correction.fenPerTonne()
                ? Mono.error(PricingProblem.SAME_PRICE::raise)
                : Mono.just(new Fixing(
                        newest.fixing().series(),
                        correction.day(),
                        Math.toIntExact(revision + 1),
                        correction.fenPerTonne()));
    }

    private Mono<List<Fixing>> checked(Series found, List<NewFixing> entered, Set<LocalDate> confirmed) {
        var calendar = calendars.of(found.calendar());
        var prices = new NewFixings(entered);
        var faults = prices.faults(calendar, LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
        return faults.isEmpty()
                ? fixings.newest(
                                List.of(found.code()),
                                prices.first().minusDays(NewFixings.DAYS_COMPARED),
                                prices.last(),
                                null)
                        .map(FixingRevision::fixing)
                        .collectList()
                        .map(there -> Fixings.of(Map.of(found.code(), calendar), there))
                        .map(there -> prices.against(found.code(), there, confirmed))
                : Mono.error(FieldFault.refuse(faults));
    }

    private Mono<FixingSet> add(Kind kind, String note, List<Fixing> prices, AccountId officer, String reason) {
        var set = FixingSet.of(ids.next(), kind, note, prices, officer, clock.instant());
        return fixings.add(set, prices, reason)
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(
                        kind == Kind.CORRECTION ? HttpProblem.STALE::raise : PricingProblem.FIXED_ALREADY::raise))
                .then(events.publish(fixed(set, prices)))
                .thenReturn(set);
    }

    /** @param prices by day */
    private PricesFixed fixed(FixingSet set, List<Fixing> prices) {
        return new PricesFixed(
                ids.next(),
                set.enteredAt(),
                set.id(),
                set.series(),
                set.kind() == Kind.CORRECTION,
                prices.getFirst().day(),
                prices.getLast().day(),
                set.size(),
                set.sha256());
    }

    private Mono<Series> existing(String code) {
        return series.find(code).switchIfEmpty(Mono.error(PricingProblem.NO_SUCH_SERIES::raise));
    }

    /** The price that a day should have had. */
    public record Correction(LocalDate day, long fenPerTonne, String reason) {}
}
