package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderCompleted;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals the finished trade; the day's figures are made of these. */
@Component
class RecordTradeOnOrderCompleted {
    private final RecordStep recordStep;

    RecordTradeOnOrderCompleted(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderCompleted event) {
        return recordStep.record(Step.COMPLETED, event);
    }
}
