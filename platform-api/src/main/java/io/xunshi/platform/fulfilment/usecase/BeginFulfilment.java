package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.fulfilment.domain.Fulfilment;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.fulfilment.storage.PriceCallRepository;
import io.xunshi.platform.pricing.ReferencePrices;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A contract that both have signed is to be performed. */
@Component
public class BeginFulfilment {
    private final FulfilmentRepository fulfilments;
    private final PriceCallRepository calls;
    private final Deals deals;
    private final ReferencePrices prices;

    BeginFulfilment(FulfilmentRepository fulfilments, PriceCallRepository calls, Deals deals, ReferencePrices prices) {
        this.fulfilments = fulfilments;
        this.calls = calls;
        this.deals = deals;
        this.prices = prices;
    }

    /** Joins the caller's transaction; may be repeated. */
    public Mono<Void> begin(DealSigned signed) {
        var deal = signed.deal();
        return fulfilments
                .add(Fulfilment.signed(signed.dealId(), deal.seller(), deal.buyer(), signed.at()))
                .flatMap(begun -> deals.find(begun.deal()))
                .flatMap(this::remindOfCalls);
    }

    private Mono<Void> remindOfCalls(DealView deal) {
        var formula = deal.settlement().formula();
        return Mono.justOrEmpty(formula.called())
                .flatMap(period -> prices.calendar(formula).map(period::reminder))
                .flatMap(at -> calls.remindAt(deal.id(), at));
    }
}
