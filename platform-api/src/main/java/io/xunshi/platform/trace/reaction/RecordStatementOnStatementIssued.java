package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals a settlement statement, by the hash of its text. */
@Component
class RecordStatementOnStatementIssued {
    private final RecordStep recordStep;

    RecordStatementOnStatementIssued(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(StatementIssued event) {
        return recordStep.record(Step.STATEMENT_ISSUED, event);
    }
}
