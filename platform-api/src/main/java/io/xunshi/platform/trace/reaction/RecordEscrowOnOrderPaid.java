package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderPaid;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that the money is in escrow. */
@Component
class RecordEscrowOnOrderPaid {
    private final RecordStep recordStep;

    RecordEscrowOnOrderPaid(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderPaid event) {
        return recordStep.record(Step.PAID, event);
    }
}
