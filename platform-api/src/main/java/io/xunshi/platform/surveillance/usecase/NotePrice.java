package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import io.xunshi.platform.surveillance.storage.SettledPriceRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notes what a tonne was settled at, by the final statement. Joins the caller's transaction. */
@Component
public class NotePrice {
    private final Deals deals;
    private final Fulfilments fulfilments;
    private final SettledPriceRepository facts;

    NotePrice(Deals deals, Fulfilments fulfilments, SettledPriceRepository facts) {
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.facts = facts;
    }

    public Mono<Void> settled(StatementIssued event) {
        return event.isProvisional()
                ? Mono.empty()
                : deals.find(event.dealId())
                        .filter(deal -> deal.measure() == Measure.WEIGHT)
                        .flatMap(deal -> fulfilments
                                .statement(event.statementId())
                                .map(statement -> fact(event, deal, statement)))
                        .flatMap(facts::add);
    }

    private static SettledPrice fact(StatementIssued event, DealView deal, StatementView statement) {
        return new SettledPrice(
                deal.id().value(),
                deal.code(),
                event.at(),
                statement.hash(),
                deal.seller(),
                deal.buyer(),
                deal.materialCode(),
                statement.price());
    }
}
