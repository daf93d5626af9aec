package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the holders of stalls what became of them; the last thing in the caller's transaction. */
@Component
class TellHolders {
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellHolders(Notices notices, IdGenerator ids, Clock clock) {
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** People from the waiting list who have a stall now. */
    Mono<Void> ofAssignment(MarketDay day, List<Stall> assigned) {
        return tell(day, assigned, Kind.STALL_ASSIGNED);
    }

    Mono<Void> ofGivingAway(MarketDay day, List<Stall> givenAway) {
        return tell(day, givenAway, Kind.STALL_GIVEN_AWAY);
    }

    Mono<Void> ofCancellation(MarketDay day, List<Stall> ended) {
        return tell(day, ended, Kind.MARKET_DAY_CANCELLED);
    }

    private Mono<Void> tell(MarketDay day, List<Stall> stalls, Kind kind) {
        return notices.tell(
                stalls.stream().map(stall -> notice(day, stall)).toList(), kind, day.id(), ids.next(), clock.instant());
    }

    private static Notice notice(MarketDay day, Stall stall) {
        var said = new HashMap<>(Map.of("title", day.plan().title(), "path", "/market-days/" + day.id()));
        if (stall.number() != null) {
            said.put("number", stall.number().toString());
        }
        return new Notice(stall.holder(), said);
    }
}
