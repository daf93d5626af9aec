package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.marketday.MarketDayEvents.StallSold;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what was sold at a stall; listed goods and others are steps of their own. */
@Component
class RecordTradeOnStallSold {
    private final RecordStep recordStep;

    RecordTradeOnStallSold(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(StallSold event) {
        return recordStep.record(event);
    }
}
