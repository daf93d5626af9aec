package io.xunshi.platform.statistics.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.statistics.usecase.ObserveDeal;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what a deal was settled at. */
@Component
class ObserveDealOnStatementIssued {
    private final ObserveDeal observeDeal;

    ObserveDealOnStatementIssued(ObserveDeal observeDeal) {
        this.observeDeal = observeDeal;
    }

    @DomainEventHandler
    Mono<Void> on(StatementIssued event) {
        return observeDeal.settled(event);
    }
}
