package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderPublished;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what a buyer asks for, by the hash of its text. */
@Component
class RecordTenderOnTenderPublished {
    private final RecordStep recordStep;

    RecordTenderOnTenderPublished(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(TenderPublished event) {
        return recordStep.record(event);
    }
}
