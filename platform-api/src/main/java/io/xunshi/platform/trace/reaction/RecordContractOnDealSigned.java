package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a contract that both sides have signed, by the hash of its text. */
@Component
class RecordContractOnDealSigned {
    private final RecordStep recordStep;

    RecordContractOnDealSigned(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        return recordStep.record(event);
    }
}
