package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderRefunded;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that the buyer has the money back. */
@Component
class RecordRefundOnOrderRefunded {
    private final RecordStep recordStep;

    RecordRefundOnOrderRefunded(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderRefunded event) {
        return recordStep.record(Step.REFUNDED, event);
    }
}
