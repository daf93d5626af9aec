package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.DayReport;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallState;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.SaleRepository;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a day brought: to its organiser as sums over all stalls, to each stallholder what they sold. What one stall took
 * in is nobody's business but its holder's.
 */
@Component
public class ReadDayReports {
    private static final int COMPARED_MAX = 6;

    private final Desk desk;
    private final DayRepository days;
    private final StallRepository stalls;
    private final SaleRepository sales;

    ReadDayReports(Desk desk, DayRepository days, StallRepository stalls, SaleRepository sales) {
        this.desk = desk;
        this.days = days;
        this.stalls = stalls;
        this.sales = sales;
    }

    /** Beside the organiser's days before it; raises {@link MarketDayProblem#NO_SUCH_DAY}. */
    public Mono<OfDay> ofDay(AccountId steward, UUID id) {
        return desk.dayOf(steward, id)
                .flatMap(day -> figures(day).flatMap(figures -> before(day).map(before -> new OfDay(figures, before))));
    }

    /** Raises {@link MarketDayProblem#NO_SUCH_STALL}. */
    public Mono<DayReport> ofStall(AccountId holder, UUID stallId) {
        return stalls.findOf(holder, stallId)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                .flatMap(stall -> sales.reportOfStall(stallId));
    }

    private Mono<List<Figures>> before(MarketDay day) {
        return days.findOf(day.organiser().id(), COMPARED_MAX * 4)
                .filter(other -> !other.isCancelled()
                        && other.plan()
                                .hours()
                                .opensAt()
                                .isBefore(day.plan().hours().opensAt()))
                .take(COMPARED_MAX - 1)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::figures)
                .collectList();
    }

    private Mono<Figures> figures(MarketDay day) {
        return stalls.findAllAt(day.id())
                .collectList()
                .flatMap(all -> sales.reportOfDay(day.id())
                        .map(report -> new Figures(
                                day,
                                report,
                                count(all, StallState.CHECKED_IN),
                                count(all, StallState.GIVEN_AWAY),
                                count(all, StallState.WAITING))));
    }

    private static int count(List<Stall> all, StallState state) {
        return Math.toIntExact(
                all.stream().filter(stall -> stall.state() == state).count());
    }

    /**
     * A day in figures.
     *
     * @param used stalls whose holders were there
     * @param noShows stalls that were given away, and whose holders did not come later either
     * @param waiting people for whom there was no stall
     */
    public record Figures(MarketDay day, DayReport report, int used, int noShows, int waiting) {}

    /** @param before earlier days of the same organiser, the latest first */
    public record OfDay(Figures figures, List<Figures> before) {}
}
