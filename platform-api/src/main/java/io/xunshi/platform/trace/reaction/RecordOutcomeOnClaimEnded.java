package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.ClaimEnded;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals how a claim ended. */
@Component
class RecordOutcomeOnClaimEnded {
    private final RecordStep recordStep;

    RecordOutcomeOnClaimEnded(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(ClaimEnded event) {
        return recordStep.record(Step.CLAIM_ENDED, event);
    }
}
