package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A contract that both have signed is to be performed. */
@Component
public class BeginFulfilment {
    private final FulfilmentRepository fulfilments;

    BeginFulfilment(FulfilmentRepository fulfilments) {
        this.fulfilments = fulfilments;
    }

    /** Joins the caller's transaction; may be repeated. */
    public Mono<Void> begin(DealSigned signed) {
        var deal = signed.deal();
        return fulfilments
                .add(Fulfilment.signed(signed.dealId(), deal.seller(), deal.buyer(), signed.at()))
                .then();
    }
}
