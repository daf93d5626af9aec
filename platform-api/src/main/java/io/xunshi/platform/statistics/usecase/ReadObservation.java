package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.storage.ObservationRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the two sides of a deal what the log commits to, with the salts by which they can check it. */
@Component
public class ReadObservation {
    private final Deals deals;
    private final Organisations organisations;
    private final ObservationRepository observations;

    ReadObservation(Deals deals, Organisations organisations, ObservationRepository observations) {
        this.deals = deals;
        this.organisations = organisations;
        this.observations = observations;
    }

    /**
     * For members of either side; raises {@link StatisticsProblem#NO_SUCH_DEAL} for everybody else, and
     * {@link StatisticsProblem#NOT_OBSERVED} before the final statement.
     */
    public Mono<ObservedDeal> of(AccountId reader, DealId id) {
        return deals.find(id)
                .filterWhen(deal -> isOfASide(reader, deal))
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_DEAL::raise))
                .flatMap(deal -> observations.find(deal.id()))
                .switchIfEmpty(Mono.error(StatisticsProblem.NOT_OBSERVED::raise));
    }

    private Mono<Boolean> isOfASide(AccountId reader, DealView deal) {
        return organisations
                .membershipsOf(reader)
                .any(membership -> membership.organisation().equals(deal.seller())
                        || membership.organisation().equals(deal.buyer()));
    }
}
