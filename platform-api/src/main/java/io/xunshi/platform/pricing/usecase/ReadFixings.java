package io.xunshi.platform.pricing.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.pricing.BadFormula;
import io.xunshi.platform.pricing.Fixing;
import io.xunshi.platform.pricing.Fixings;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormulaJson;
import io.xunshi.platform.pricing.PricingProblem;
import io.xunshi.platform.pricing.ReferencePrices;
import io.xunshi.platform.pricing.TradingCalendar;
import io.xunshi.platform.pricing.domain.FixingRevision;
import io.xunshi.platform.pricing.domain.FixingSet;
import io.xunshi.platform.pricing.domain.Series;
import io.xunshi.platform.pricing.storage.FixingRepository;
import io.xunshi.platform.pricing.storage.SeriesRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads reference prices, as they are known now or as they were at some instant. */
@Component
public class ReadFixings implements ReferencePrices {
    /** Three years and a bit. */
    private static final int MAX_DAYS = 1_100;

    /** No exchange is closed for longer. */
    private static final int DAYS_BEFORE = 30;

    private final SeriesRepository series;
    private final FixingRepository fixings;
    private final TradingCalendars calendars;

    ReadFixings(SeriesRepository series, FixingRepository fixings, TradingCalendars calendars) {
        this.series = series;
        this.fixings = fixings;
        this.calendars = calendars;
    }

    /** All series with the prices of their last two days, newest first. */
    public Mono<List<Quote>> quotes() {
        return fixings.lastTwo()
                .collectMultimap(revision -> revision.fixing().series())
                .flatMap(last -> series.all()
                        .map(one -> new Quote(one, List.copyOf(last.getOrDefault(one.code(), List.of()))))
                        .collectList());
    }

    /**
     * Raises {@link PricingProblem#NO_SUCH_SERIES} or {@link PricingProblem#RANGE_TOO_LONG}.
     *
     * @param asOf only what had been entered by then; null for all
     */
    public Mono<History> history(String code, LocalDate from, LocalDate to, @Nullable Instant asOf) {
        return to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)
                ? Mono.error(() -> PricingProblem.RANGE_TOO_LONG.raise(MAX_DAYS))
                : existing(code).flatMap(found -> history(found, from, to, asOf));
    }

    /** Every revision of a day, oldest first. Raises {@link PricingProblem#NO_SUCH_FIXING}. */
    public Mono<List<FixingRevision>> revisions(String code, LocalDate day) {
        return fixings.revisions(code, day)
                .collectList()
                .filter(revisions -> !revisions.isEmpty())
                .switchIfEmpty(Mono.error(PricingProblem.NO_SUCH_FIXING::raise));
    }

    /**
     * The lines that give the hash of what was entered at once, {@link Fixings#linesOf}. Raises
     * {@link PricingProblem#NO_SUCH_FIXING}.
     */
    public Mono<String> linesOf(String code, UUID set) {
        return fixings.ofSet(code, set)
                .map(FixingRevision::fixing)
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(Fixings::linesOf)
                .switchIfEmpty(Mono.error(PricingProblem.NO_SUCH_FIXING::raise));
    }

    /** What was entered at once, newest first. Raises {@link PricingProblem#NO_SUCH_SERIES}. */
    public Mono<Page<FixingSet>> sets(String code, @Nullable Cursor after, int limit) {
        return existing(code)
                .thenMany(fixings.sets(code, after, limit + 1))
                .collectList()
                .map(sets -> Page.ofOneMore(sets, limit, set -> new Cursor(set.enteredAt(), set.id())));
    }

    @Override
    public Mono<Set<String>> series() {
        return series.all().map(Series::code).collect(Collectors.toSet());
    }

    @Override
    public Mono<PriceFormula> formula(JsonNode json) {
        return series().map(known -> read(json, known));
    }

    private static PriceFormula read(JsonNode json, Set<String> known) {
        try {
            return PriceFormulaJson.read(json, known);
        } catch (BadFormula bad) {
            throw FieldFault.refuse(bad.faults().stream()
                    .map(fault -> new FieldFault(
                            fault.path().isEmpty() ? "formula" : "formula." + fault.path(),
                            "pricing.field." + fault.rule()))
                    .toList());
        }
    }

    @Override
    public Mono<TradingCalendar> calendar(PriceFormula formula) {
        return series.all()
                .filter(one -> formula.series().contains(one.code()))
                .map(one -> calendars.of(one.calendar()))
                .collectList()
                .map(TradingCalendar::together);
    }

    @Override
    public Mono<Fixings> known(PriceFormula formula, LocalDate today) {
        return series.all()
                .collectMap(Series::code, one -> calendars.of(one.calendar()))
                .flatMap(known -> known(known, formula, today));
    }

    private Mono<Fixings> known(Map<String, TradingCalendar> known, PriceFormula formula, LocalDate today) {
        return fixings.newest(formula.series(), firstDay(formula, today).minusDays(DAYS_BEFORE), today, null)
                .map(FixingRevision::fixing)
                .collectList()
                .map(there -> Fixings.of(known, there));
    }

    private Mono<History> history(Series found, LocalDate from, LocalDate to, @Nullable Instant asOf) {
        return Mono.zip(
                fixings.newest(List.of(found.code()), from, to, asOf).collectList(),
                fixings.notes(found.code(), from, to).collectList(),
                (revisions, notes) -> new History(found, revisions, notes));
    }

    private Mono<Series> existing(String code) {
        return series.find(code).switchIfEmpty(Mono.error(PricingProblem.NO_SUCH_SERIES::raise));
    }

    private static LocalDate firstDay(PriceFormula formula, LocalDate today) {
        return switch (formula) {
            case PriceFormula.Fixed ignored -> today;
            case Indexed indexed ->
                indexed.references().stream()
                        .map(reference -> reference.period().firstDay())
                        .filter(day -> day.isBefore(today))
                        .min(LocalDate::compareTo)
                        .orElse(today);
        };
    }

    /** @param last at most two, newest first */
    public record Quote(Series series, List<FixingRevision> last) {}

    /** @param notes what officers wrote down about these prices */
    public record History(Series series, List<FixingRevision> revisions, List<String> notes) {
        /** Of the fixings, {@link Fixings#hashOf}. */
        public String sha256() {
            return Fixings.hashOf(fixings());
        }

        private List<Fixing> fixings() {
            return revisions.stream().map(FixingRevision::fixing).toList();
        }
    }
}
