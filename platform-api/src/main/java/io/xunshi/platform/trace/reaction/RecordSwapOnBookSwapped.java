package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.corner.CornerEvents.BookSwapped;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a book that left a school's corner, as a step of its own: it had no price. */
@Component
class RecordSwapOnBookSwapped {
    private final RecordStep recordStep;

    RecordSwapOnBookSwapped(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(BookSwapped event) {
        return recordStep.record(event);
    }
}
