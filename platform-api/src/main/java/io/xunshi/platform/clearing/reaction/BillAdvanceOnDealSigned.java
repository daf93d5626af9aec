package io.xunshi.platform.clearing.reaction;

import io.xunshi.platform.clearing.usecase.WriteBills;
import io.xunshi.platform.deal.DealEvents.DealSigned;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Bills what the contract wants before loading. */
@Component
class BillAdvanceOnDealSigned {
    private final WriteBills writeBills;

    BillAdvanceOnDealSigned(WriteBills writeBills) {
        this.writeBills = writeBills;
    }

    @DomainEventHandler
    Mono<Void> on(DealSigned event) {
        return writeBills.signed(event.dealId());
    }
}
