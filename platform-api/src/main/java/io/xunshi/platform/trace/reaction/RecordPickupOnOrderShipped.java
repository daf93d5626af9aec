package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderShipped;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a carrier has the goods. */
@Component
class RecordPickupOnOrderShipped {
    private final RecordStep recordStep;

    RecordPickupOnOrderShipped(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipped event) {
        return recordStep.record(Step.SHIPPED, event);
    }
}
