package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.DisputeEnded;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals how a dispute ended, and how much of the price went back. */
@Component
class RecordOutcomeOnDisputeEnded {
    private final RecordStep recordStep;

    RecordOutcomeOnDisputeEnded(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(DisputeEnded event) {
        return recordStep.recordOutcome(event);
    }
}
