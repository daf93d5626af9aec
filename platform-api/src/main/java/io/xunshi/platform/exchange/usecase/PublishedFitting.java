package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.FittingOffers;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.storage.DemandRepository;
import io.xunshi.platform.exchange.storage.LotRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells other modules what fits together. */
@Component
class PublishedFitting implements FittingOffers {
    private final LotRepository lots;
    private final DemandRepository demands;
    private final FindSupplyAndDemand findSupplyAndDemand;

    PublishedFitting(LotRepository lots, DemandRepository demands, FindSupplyAndDemand findSupplyAndDemand) {
        this.lots = lots;
        this.demands = demands;
        this.findSupplyAndDemand = findSupplyAndDemand;
    }

    @Override
    public Flux<Pair> demandsFor(LotId id) {
        return lots.find(id)
                .filter(lot -> lot.state() == LotState.OFFERED)
                .flatMapMany(lot -> findSupplyAndDemand
                        .answeredBy(lot)
                        .flatMapIterable(fitting -> fitting)
                        .map(demand -> pair(lot, demand)));
    }

    @Override
    public Flux<Pair> lotsFor(UUID id) {
        return demands.find(id)
                .filter(demand -> demand.state() == DemandState.OPEN)
                .flatMapMany(demand -> findSupplyAndDemand
                        .answersTo(demand)
                        .flatMapIterable(fitting -> fitting)
                        .filter(lot -> lot.state() == LotState.OFFERED)
                        .map(lot -> pair(lot, demand)));
    }

    private static Pair pair(Lot lot, Demand demand) {
        return new Pair(
                lot.id(),
                lot.seller(),
                lot.terms().title(),
                demand.id(),
                demand.buyer(),
                demand.terms().title());
    }
}
