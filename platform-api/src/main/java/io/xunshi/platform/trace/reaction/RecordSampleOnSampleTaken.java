package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.SampleTaken;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a sample was taken, by the hash of its four seals. */
@Component
class RecordSampleOnSampleTaken {
    private final RecordStep recordStep;

    RecordSampleOnSampleTaken(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(SampleTaken event) {
        return recordStep.record(Step.SAMPLE_TAKEN, event);
    }
}
