package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.storage.StallRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Receives a stallholder by the code on their phone. */
@Component
public class CheckIn {
    private final Desk desk;
    private final StallRepository stalls;
    private final MarketDaySettings settings;
    private final Clock clock;

    CheckIn(Desk desk, StallRepository stalls, MarketDaySettings settings, Clock clock) {
        this.desk = desk;
        this.stalls = stalls;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Who waits, and who comes late, gets a stall if one is free. The same code twice gets the same answer. Raises
     * {@link MarketDayProblem#BAD_CODE}, {@link MarketDayProblem#NO_SUCH_STALL},
     * {@link MarketDayProblem#NOT_CHECK_IN_TIME}, {@link MarketDayProblem#STALL_IS_OVER} or
     * {@link MarketDayProblem#NO_FREE_STALL}.
     */
    @Transactional
    public Mono<Stall> receive(AccountId steward, UUID dayId, String typed) {
        var code = ShortCode.normalize(typed);
        return desk.lockDayOf(steward, dayId)
                .filter(day -> ShortCode.isValid(code))
                .switchIfEmpty(Mono.error(MarketDayProblem.BAD_CODE::raise))
                .delayUntil(this::checkTime)
                .flatMap(day -> stalls.findByCode(dayId, code)
                        .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                        .flatMap(stall -> receive(steward, day, stall)));
    }

    private Mono<Stall> receive(AccountId steward, MarketDay day, Stall stall) {
        return switch (stall.state()) {
            case CHECKED_IN -> Mono.just(stall);
            case ASSIGNED, WAITING, GIVEN_AWAY ->
                stalls.checkIn(stall.id(), day.plan().stalls(), steward, clock.instant())
                        .switchIfEmpty(Mono.error(MarketDayProblem.NO_FREE_STALL::raise));
            case WITHDRAWN, CANCELLED -> Mono.error(MarketDayProblem.STALL_IS_OVER.raise());
        };
    }

    private Mono<Void> checkTime(MarketDay day) {
        var now = clock.instant();
        return day.isCancelled()
                        || now.isBefore(firstCheckIn(day))
                        || !now.isBefore(day.plan().hours().closesAt())
                ? Mono.error(MarketDayProblem.NOT_CHECK_IN_TIME.raise())
                : Mono.empty();
    }

    private Instant firstCheckIn(MarketDay day) {
        return day.plan().hours().opensAt().minus(settings.checkInBefore());
    }
}
