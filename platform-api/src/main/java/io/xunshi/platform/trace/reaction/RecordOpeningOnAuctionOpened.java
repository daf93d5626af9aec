package io.xunshi.platform.trace.reaction;

import io.xunshi.platform.auction.AuctionEvents.AuctionOpened;
import io.xunshi.platform.trace.usecase.RecordStep;
import io.xunshi.transparency.record.TradeRecord.Step;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Seals the terms of an auction before the first bid, with the commitment to its reserve. */
@Component
class RecordOpeningOnAuctionOpened {
    private final RecordStep recordStep;

    RecordOpeningOnAuctionOpened(RecordStep recordStep) {
        this.recordStep = recordStep;
    }

    @DomainEventHandler
    Mono<Void> on(AuctionOpened event) {
        return recordStep.record(Step.AUCTION_OPENED, event, event.auction());
    }
}
