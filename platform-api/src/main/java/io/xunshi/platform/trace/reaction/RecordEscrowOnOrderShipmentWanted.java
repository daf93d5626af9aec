package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.order.OrderEvents.OrderShipmentWanted;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that the money for what is sent is in escrow. */
@Component
class RecordEscrowOnOrderShipmentWanted {
    private final RecordStep recordStep;

    RecordEscrowOnOrderShipmentWanted(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(OrderShipmentWanted event) {
        return recordStep.record(Step.PAID, event);
    }
}
