package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadWeighed;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what a scale said, by the hash of its figures. */
@Component
class RecordWeighingOnLoadWeighed {
    private final RecordStep recordStep;

    RecordWeighingOnLoadWeighed(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(LoadWeighed event) {
        return recordStep.record(Step.LOAD_WEIGHED, event);
    }
}
