package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.clearing.ClearingEvents.MoneyReturned;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that money goes back to the buyer. */
@Component
class RecordReturnOnMoneyReturned {
    private final RecordStep recordStep;

    RecordReturnOnMoneyReturned(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(MoneyReturned event) {
        return recordStep.record(Step.MONEY_RETURNED, event);
    }
}
