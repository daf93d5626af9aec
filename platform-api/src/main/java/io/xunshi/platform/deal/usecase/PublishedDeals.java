package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.Award;
import io.xunshi.platform.deal.DealEvents.DealAwarded;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealOutcome;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.deal.storage.DealRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules ask and tell about deals. */
@Component
class PublishedDeals implements Deals {
    private final DealRepository deals;
    private final CloseDeal closeDeal;
    private final Lots lots;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedDeals(
            DealRepository deals, CloseDeal closeDeal, Lots lots, EventPublisher events, IdGenerator ids, Clock clock) {
        this.deals = deals;
        this.closeDeal = closeDeal;
        this.lots = lots;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<DealView> agree(Award award) {
        return lots.offer(award.lot())
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .flatMap(offer -> closeDeal.close(offer, award))
                .delayUntil(deal -> events.publish(new DealAwarded(ids.next(), clock.instant(), deal.id())))
                .mapNotNull(deal -> deal.view().orElse(null));
    }

    @Override
    public Mono<Boolean> isPossible(Award award) {
        return lots.offer(award.lot())
                .flatMap(offer -> closeDeal.isPossible(offer, award))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<DealView> find(DealId id) {
        return deals.find(id).mapNotNull(deal -> deal.view().orElse(null));
    }

    @Override
    public Flux<DealOutcome> outcomesOf(OrganisationId organisation, Instant since) {
        return deals.findOutcomes(organisation, since);
    }

    @Override
    public Flux<DealView> findAll(Collection<DealId> ids) {
        return deals.findAll(ids).mapNotNull(deal -> deal.view().orElse(null));
    }
}
