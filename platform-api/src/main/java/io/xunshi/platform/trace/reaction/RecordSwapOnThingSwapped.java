package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.SwapEvents.ThingSwapped;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a thing was swapped, apart from sales. */
@Component
class RecordSwapOnThingSwapped {
    private final RecordStep recordStep;

    RecordSwapOnThingSwapped(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(ThingSwapped event) {
        return recordStep.record(event);
    }
}
