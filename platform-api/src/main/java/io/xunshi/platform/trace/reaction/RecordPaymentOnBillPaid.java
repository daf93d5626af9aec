package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.clearing.ClearingEvents.BillPaid;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a buyer's money is held. */
@Component
class RecordPaymentOnBillPaid {
    private final RecordStep recordStep;

    RecordPaymentOnBillPaid(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(BillPaid event) {
        return recordStep.record(Step.MONEY_HELD, event);
    }
}
