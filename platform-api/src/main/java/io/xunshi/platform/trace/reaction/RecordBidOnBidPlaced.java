package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.auction.AuctionEvents.BidPlaced;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals each bid of an auction; of a sealed one its hash, while nobody can read it. */
@Component
class RecordBidOnBidPlaced {
    private final RecordStep recordStep;

    RecordBidOnBidPlaced(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(BidPlaced event) {
        return recordStep.record(Step.AUCTION_BID, event, event.auction());
    }
}
