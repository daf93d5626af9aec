package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.WriteBills;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bills what a statement asks for. */
@Component
class BillOnStatementIssued {
    private final WriteBills writeBills;

    BillOnStatementIssued(WriteBills writeBills) {
        this.writeBills = writeBills;
    }

    @DomainEventHandler
    Mono<Void> on(StatementIssued event) {
        return writeBills.issued(event);
    }
}
