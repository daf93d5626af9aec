package io.xunshi.platform.order.usecase;

import io.xunshi.platform.order.DisputeId;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.domain.DisputeCase;
import io.xunshi.platform.order.domain.DisputeEntry;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Closes disputes as their refunds arrive. */
@Component
public class FollowRefund {
    private final MoveDispute moveDispute;
    private final MoveOrder moveOrder;
    private final Clock clock;

    FollowRefund(MoveDispute moveDispute, MoveOrder moveOrder, Clock clock) {
        this.moveDispute = moveDispute;
        this.moveOrder = moveOrder;
        this.clock = clock;
    }

    /** Does nothing for a refund of another reason, or one that was heard of. */
    @Transactional
    public Mono<Void> arrived(DisputeId reason) {
        return moveDispute
                .lock(reason)
                .filter(locked -> locked.dispute().state() == DisputeState.REFUNDING)
                .delayUntil(this::endPurchase)
                .flatMap(locked -> moveDispute.move(
                        locked,
                        DisputeState.CLOSED,
                        DisputeEntry.byClock(DisputeStep.REFUND_ARRIVED, clock.instant())));
    }

    /**
     * The payment of what was sent, or bought with other things, need not come back whole: then nobody else ends the
     * purchase.
     */
    private Mono<Void> endPurchase(DisputeCase locked) {
        var order = locked.order();
        var isPartOfPayment = order.delivery() != null || order.part() != null;
        return isPartOfPayment && order.state() == OrderState.CANCELLING
                ? moveOrder.endRefund(order).then()
                : Mono.empty();
    }
}
