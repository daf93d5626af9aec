package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionDecided;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals who has won an auction, or that nobody has. */
@Component
class RecordResultOnAuctionDecided {
    private final RecordStep recordStep;

    RecordResultOnAuctionDecided(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionDecided event) {
        return recordStep.record(Step.AUCTION_DECIDED, event, event.auction());
    }
}
