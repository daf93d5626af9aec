package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.AssayReported;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what a laboratory read, by the hash of its values. */
@Component
class RecordAssayOnAssayReported {
    private final RecordStep recordStep;

    RecordAssayOnAssayReported(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(AssayReported event) {
        return recordStep.record(Step.ASSAY_REPORTED, event);
    }
}
