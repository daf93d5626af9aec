package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.consignment.ConsignmentEvents.SoldOverCounter;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a sale over the counter of a consignment point; the day's figures count it like any other. */
@Component
class RecordTradeOnSoldOverCounter {
    private final RecordStep recordStep;

    RecordTradeOnSoldOverCounter(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(SoldOverCounter event) {
        return recordStep.record(event);
    }
}
