package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadDispatched;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a load has left, by the hash of what it is. */
@Component
class RecordDispatchOnLoadDispatched {
    private final RecordStep recordStep;

    RecordDispatchOnLoadDispatched(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(LoadDispatched event) {
        return recordStep.record(Step.LOAD_DISPATCHED, event);
    }
}
