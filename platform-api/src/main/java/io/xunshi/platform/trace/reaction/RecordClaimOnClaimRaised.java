package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.ClaimRaised;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that a buyer claims something, by the hash of what was said. */
@Component
class RecordClaimOnClaimRaised {
    private final RecordStep recordStep;

    RecordClaimOnClaimRaised(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(ClaimRaised event) {
        return recordStep.record(Step.CLAIM_RAISED, event);
    }
}
