package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.auction.AuctionEvents.DepositMoved;
import io.xunshi.platform.trace.usecase.RecordStep;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals where the deposits of an auction are, a forfeited one above all. */
@Component
class RecordDepositOnDepositMoved {
    private final RecordStep recordStep;

    RecordDepositOnDepositMoved(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(DepositMoved event) {
        return recordStep.record(event);
    }
}
