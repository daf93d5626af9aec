package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderAwarded;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what a buyer took of which quotes, by the hash of its text. */
@Component
class RecordAwardOnTenderAwarded {
    private final RecordStep recordStep;

    RecordAwardOnTenderAwarded(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(TenderAwarded event) {
        return recordStep.record(event);
    }
}
