package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.DeliveryFailed;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that nothing came. */
@Component
class RecordFailureOnDeliveryFailed {
    private final RecordStep recordStep;

    RecordFailureOnDeliveryFailed(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(DeliveryFailed event) {
        return recordStep.record(Step.DELIVERY_FAILED, event);
    }
}
