package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.ThirdScaleAgreed;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that both sides stand by what a third scale said. */
@Component
class RecordAgreementOnThirdScaleAgreed {
    private final RecordStep recordStep;

    RecordAgreementOnThirdScaleAgreed(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(ThirdScaleAgreed event) {
        return recordStep.record(Step.THIRD_SCALE_AGREED, event);
    }
}
