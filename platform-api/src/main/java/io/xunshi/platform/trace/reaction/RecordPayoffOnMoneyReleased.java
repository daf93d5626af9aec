package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.clearing.ClearingEvents.MoneyReleased;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that money for goods is the seller's. */
@Component
class RecordPayoffOnMoneyReleased {
    private final RecordStep recordStep;

    RecordPayoffOnMoneyReleased(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(MoneyReleased event) {
        return recordStep.record(Step.MONEY_RELEASED, event);
    }
}
