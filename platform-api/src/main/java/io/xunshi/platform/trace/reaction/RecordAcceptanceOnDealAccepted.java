package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.DealAccepted;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that the goods are the buyer's. */
@Component
class RecordAcceptanceOnDealAccepted {
    private final RecordStep recordStep;

    RecordAcceptanceOnDealAccepted(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(DealAccepted event) {
        return recordStep.record(Step.DELIVERY_ACCEPTED, event);
    }
}
