package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.purpose.PurposeEvents.PersonalDataSeen;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals that an officer was shown personal data, by commitments. */
@Component
class RecordLookOnPersonalDataSeen {
    private final RecordStep recordStep;

    RecordLookOnPersonalDataSeen(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(PersonalDataSeen event) {
        return recordStep.record(event);
    }
}
