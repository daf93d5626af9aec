package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.exchange.LotEvents.LotPictured;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals what a seller shows of a lot, by the hash of the pictures. */
@Component
class RecordPicturesOnLotPictured {
    private final RecordStep recordStep;

    RecordPicturesOnLotPictured(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(LotPictured event) {
        return recordStep.record(event);
    }
}
