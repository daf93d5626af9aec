package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderDelivered;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that the carrier delivered the goods. */
@Component
class RecordDeliveryOnOrderDelivered {
    private final RecordStep recordStep;

    RecordDeliveryOnOrderDelivered(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderDelivered event) {
        return recordStep.record(Step.DELIVERED, event);
    }
}
