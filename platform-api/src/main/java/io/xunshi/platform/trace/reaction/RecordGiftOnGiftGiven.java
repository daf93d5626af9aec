package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.GiftEvents.GiftGiven;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a thing was given away, apart from sales. */
@Component
class RecordGiftOnGiftGiven {
    private final RecordStep recordStep;

    RecordGiftOnGiftGiven(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(GiftGiven event) {
        return recordStep.record(event);
    }
}
