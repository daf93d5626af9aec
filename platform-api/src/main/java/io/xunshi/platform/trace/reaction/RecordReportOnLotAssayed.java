package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.exchange.LotEvents.LotAssayed;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a laboratory's report of a lot that is for sale, by its hash. */
@Component
class RecordReportOnLotAssayed {
    private final RecordStep recordStep;

    RecordReportOnLotAssayed(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(LotAssayed event) {
        return recordStep.record(event);
    }
}
