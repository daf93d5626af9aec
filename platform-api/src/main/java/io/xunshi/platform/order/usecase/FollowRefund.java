package io.xunshi.platform.order.usecase;

import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.domain.DisputeEntry;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Closes disputes as their refunds arrive. */
@Component
public class FollowRefund {
    private final MoveDispute moveDispute;
    private final Clock clock;

    FollowRefund(MoveDispute moveDispute, Clock clock) {
        this.moveDispute = moveDispute;
        this.clock = clock;
    }

    /** Does nothing for a refund of another reason, or one that was heard of. */
    @Transactional
    public Mono<Void> arrived(DisputeId reason) {
        return moveDispute
                .lock(reason)
                .filter(locked -> locked.dispute().state() == DisputeState.REFUNDING)
                .flatMap(locked -> moveDispute.move(
                        locked,
                        DisputeState.CLOSED,
                        DisputeEntry.byClock(DisputeStep.REFUND_ARRIVED, clock.instant())));
    }
}
