package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.tender.TenderEvents.TenderClosed;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals all quotes of a tender, by one hash of them. */
@Component
class RecordQuotesOnTenderClosed {
    private final RecordStep recordStep;

    RecordQuotesOnTenderClosed(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(TenderClosed event) {
        return recordStep.record(event);
    }
}
