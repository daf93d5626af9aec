package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.PriceCalled;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a called price, by the hash of its day and quantity. */
@Component
class RecordCallOnPriceCalled {
    private final RecordStep recordStep;

    RecordCallOnPriceCalled(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(PriceCalled event) {
        return recordStep.record(Step.PRICE_CALLED, event);
    }
}
