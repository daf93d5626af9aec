package io.xunshi.platform.surveillance.reaction;

import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.surveillance.usecase.NotePrice;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what a tonne came to. */
@Component
class NotePriceOnStatementIssued {
    private final NotePrice notePrice;

    NotePriceOnStatementIssued(NotePrice notePrice) {
        this.notePrice = notePrice;
    }

    @DomainEventHandler
    Mono<Void> on(StatementIssued event) {
        return notePrice.settled(event);
    }
}
