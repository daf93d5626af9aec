package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.RentalEvents.RentalSettled;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals the rental that is over, apart from sales. */
@Component
class RecordRentalOnRentalSettled {
    private final RecordStep recordStep;

    RecordRentalOnRentalSettled(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(RentalSettled event) {
        return recordStep.record(event);
    }
}
