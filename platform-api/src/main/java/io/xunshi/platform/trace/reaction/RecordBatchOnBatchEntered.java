package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.custody.CustodyEvents.BatchEntered;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what became of material, by its hash. */
@Component
class RecordBatchOnBatchEntered {
    private final RecordStep recordStep;

    RecordBatchOnBatchEntered(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(BatchEntered event) {
        return recordStep.record(event);
    }
}
