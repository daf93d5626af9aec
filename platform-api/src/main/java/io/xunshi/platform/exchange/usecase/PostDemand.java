package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.DemandEvents.DemandChanged;
import io.xunshi.platform.exchange.DemandEvents.DemandEnded;
import io.xunshi.platform.exchange.DemandEvents.DemandPosted;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.storage.DemandRepository;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts what a buyer looks for before everybody. */
@Component
public class PostDemand {
    private final DemandRepository demands;
    private final JudgeOffer judgeOffer;
    private final Organisations organisations;
    private final EventPublisher events;
    private final ExchangeSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    PostDemand(
            DemandRepository demands,
            JudgeOffer judgeOffer,
            Organisations organisations,
            EventPublisher events,
            ExchangeSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.demands = demands;
        this.judgeOffer = judgeOffer;
        this.organisations = organisations;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises field faults, what {@link Organisations#requireRole} and the trading gate raise, and
     * {@link ExchangeProblem#TOO_MANY_OFFERS}.
     */
    @Transactional
    public Mono<Demand> post(AccountId person, OrganisationId buyer, DemandTerms terms) {
        return organisations
                .requireRole(person, buyer, OfferLot.MAY_TRADE)
                .then(judgeOffer.judge(terms))
                .delayUntil(material -> judgeOffer.passGate(buyer, material, TradeSide.BUYER, terms.place()))
                .delayUntil(material -> checkLimit(buyer))
                .map(material -> posted(person, buyer, terms, material))
                .delayUntil(demands::add)
                .delayUntil(
                        demand -> events.publish(new DemandPosted(ids.next(), clock.instant(), demand.id(), buyer)));
    }

    /**
     * Says something else. Raises what {@link #post} raises, {@link ExchangeProblem#DEMAND_NOT_FOUND},
     * {@link ExchangeProblem#DEMAND_ENDED} and {@link HttpProblem#STALE}.
     */
    @Transactional
    public Mono<Demand> edit(AccountId person, UUID id, long version, DemandTerms terms) {
        return own(person, id)
                .filter(demand -> !demand.state().hasEnded())
                .switchIfEmpty(Mono.error(ExchangeProblem.DEMAND_ENDED::raise))
                .filter(demand -> demand.version() == version)
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .flatMap(demand -> edit(demand, terms));
    }

    private Mono<Demand> edit(Demand demand, DemandTerms terms) {
        return judgeOffer
                .judge(terms)
                .delayUntil(material -> judgeOffer.passGate(demand.buyer(), material, TradeSide.BUYER, terms.place()))
                .flatMap(material -> demands.edit(demand.saying(terms, Measure.of(material))))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise))
                .delayUntil(edited -> events.publish(new DemandChanged(ids.next(), clock.instant(), edited.id())));
    }

    /**
     * The buyer has what was looked for, or looks no longer. Raises {@link ExchangeProblem#DEMAND_NOT_FOUND} and
     * {@link ExchangeProblem#DEMAND_ENDED}.
     */
    @Transactional
    public Mono<Demand> end(AccountId person, UUID id, boolean met) {
        return own(person, id)
                .flatMap(demand -> demands.end(id, met ? DemandState.MET : DemandState.WITHDRAWN, clock.instant()))
                .switchIfEmpty(Mono.error(ExchangeProblem.DEMAND_ENDED::raise))
                .delayUntil(this::publishEnded);
    }

    /** Ends all whose last day is over. */
    @Transactional
    public Mono<Void> expire() {
        return demands.expire(clock.instant())
                .collectList()
                .flatMapIterable(ended -> ended)
                .concatMap(this::publishEnded)
                .then();
    }

    private Mono<Void> publishEnded(Demand demand) {
        return events.publish(new DemandEnded(ids.next(), clock.instant(), demand.id()));
    }

    private Mono<Demand> own(AccountId person, UUID id) {
        return demands.find(id)
                .switchIfEmpty(Mono.error(ExchangeProblem.DEMAND_NOT_FOUND::raise))
                .delayUntil(demand -> organisations.requireRole(person, demand.buyer(), OfferLot.MAY_TRADE));
    }

    private Mono<Void> checkLimit(OrganisationId buyer) {
        return demands.countOpen(buyer)
                .filter(count -> count < settings.offersMax())
                .switchIfEmpty(Mono.error(() -> ExchangeProblem.TOO_MANY_OFFERS.raise(settings.offersMax())))
                .then();
    }

    private Demand posted(AccountId person, OrganisationId buyer, DemandTerms terms, Material material) {
        var id = ids.next();
        return new Demand(
                id,
                ShortCode.of('J', id),
                buyer,
                person,
                DemandState.OPEN,
                terms,
                Measure.of(material),
                1,
                clock.instant());
    }
}
