package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallState;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Gives residents a stall of a day, or a place on its waiting list, and takes it back. */
@Component
public class TakeStall {
    private final DayRepository days;
    private final StallRepository stalls;
    private final TellHolders tellHolders;
    private final Catalog catalog;
    private final MarketDaySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    TakeStall(
            DayRepository days,
            StallRepository stalls,
            TellHolders tellHolders,
            Catalog catalog,
            MarketDaySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.days = days;
        this.stalls = stalls;
        this.tellHolders = tellHolders;
        this.catalog = catalog;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * With a number while there are any, otherwise waiting. Raises {@link MarketDayProblem#NO_SUCH_DAY},
     * {@link MarketDayProblem#DAY_IS_CANCELLED}, {@link MarketDayProblem#APPLICATIONS_CLOSED},
     * {@link MarketDayProblem#HAS_A_STALL}, {@link MarketDayProblem#TOO_MANY_STALLS} and field faults.
     *
     * @param goods root categories
     */
    @Transactional
    public Mono<Stall> apply(AccountId person, UUID dayId, String shownName, List<String> goods) {
        if (!areRoots(goods)) {
            return Mono.error(FieldFault.refuse(List.of(new FieldFault("goods", "marketday.field.unknown"))));
        }
        var id = ids.next();
        var now = clock.instant();
        var asked =
                new Stall(id, ShortCode.of('N', id), dayId, person, shownName, goods, null, StallState.WAITING, now);
        return lockOpen(dayId)
                .delayUntil(day -> checkLimit(person))
                .delayUntil(day -> stalls.add(asked)
                        .filter(added -> added)
                        .switchIfEmpty(Mono.error(MarketDayProblem.HAS_A_STALL::raise)))
                .flatMapMany(day -> stalls.fill(dayId, day.plan().stalls()))
                .filter(assigned -> assigned.id().equals(id))
                .next()
                .defaultIfEmpty(asked);
    }

    /**
     * Whoever waits longest gets it. Raises {@link MarketDayProblem#NO_SUCH_STALL},
     * {@link MarketDayProblem#TOO_LATE_TO_WITHDRAW}; does nothing the second time.
     */
    @Transactional
    public Mono<Void> withdraw(AccountId person, UUID id) {
        return stalls.findOf(person, id)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                .flatMap(stall -> days.lock(stall.dayId()))
                .flatMap(day -> stalls.lockOf(person, id).flatMap(stall -> withdraw(day, stall)));
    }

    private Mono<Void> withdraw(MarketDay day, Stall stall) {
        return switch (stall.state()) {
            case WITHDRAWN -> Mono.empty();
            case WAITING, ASSIGNED ->
                stalls.end(stall.id(), StallState.WITHDRAWN)
                        .thenMany(stalls.fill(day.id(), day.plan().stalls()))
                        .collectList()
                        .flatMap(assigned -> tellHolders.ofAssignment(day, assigned));
            case CHECKED_IN, GIVEN_AWAY, CANCELLED -> Mono.error(MarketDayProblem.TOO_LATE_TO_WITHDRAW.raise());
        };
    }

    private Mono<MarketDay> lockOpen(UUID id) {
        return days.lock(id)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_DAY::raise))
                .filter(day -> !day.isCancelled())
                .switchIfEmpty(Mono.error(MarketDayProblem.DAY_IS_CANCELLED::raise))
                .filter(day -> clock.instant().isBefore(day.plan().hours().applyUntil()))
                .switchIfEmpty(Mono.error(MarketDayProblem.APPLICATIONS_CLOSED::raise));
    }

    private Mono<Long> checkLimit(AccountId person) {
        return stalls.countComing(person, clock.instant())
                .filter(count -> count < settings.stallsMax())
                .switchIfEmpty(Mono.error(() -> MarketDayProblem.TOO_MANY_STALLS.raise(settings.stallsMax())));
    }

    private boolean areRoots(List<String> goods) {
        return goods.stream()
                .allMatch(code ->
                        catalog.category(code).filter(root -> !root.isLeaf()).isPresent());
    }
}
