package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentEvents.PriceCalled;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.domain.Calling;
import io.xunshi.platform.fulfilment.domain.PriceCall;
import io.xunshi.platform.fulfilment.storage.PriceCallRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.ReferencePrices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Calls the price of a part of the goods (点价), where the contract leaves that to one side. */
@Component
public class CallPrice {
    private final ActForSide actForSide;
    private final PriceCallRepository calls;
    private final ReferencePrices prices;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    CallPrice(
            ActForSide actForSide,
            PriceCallRepository calls,
            ReferencePrices prices,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.calls = calls;
        this.prices = prices;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Binds at once. Of two at the same time one comes second, and finds less left. Raises
     * {@link FulfilmentProblem#NO_CALLING}, {@link FulfilmentProblem#NOT_NOW}, {@link FulfilmentProblem#OTHER_SIDE},
     * and what {@link Calling#next} raises.
     *
     * @param grams null for all that is left
     */
    @Transactional
    public Mono<Performed> call(
            AccountId person, DealId deal, OrganisationId organisation, LocalDate day, @Nullable Long grams) {
        return actForSide
                .as(person, deal, organisation, ActForSide.TRADES)
                .flatMap(acting -> callingOf(acting.performed())
                        .switchIfEmpty(Mono.error(FulfilmentProblem.NO_CALLING::raise))
                        .map(calling -> next(acting, calling, day, grams))
                        .flatMap(call -> keep(acting.performed(), call, person)));
    }

    /** Empty where the contract has no price that is called. */
    Mono<Calling> callingOf(Performed performed) {
        var formula = performed.deal().settlement().formula();
        return Mono.justOrEmpty(formula.called())
                .flatMap(period -> prices.calendar(formula)
                        .map(calendar -> new Calling(
                                period, calendar, performed.performance().calls())));
    }

    private PriceCall next(ActForSide.Acting acting, Calling calling, LocalDate day, @Nullable Long grams) {
        if (acting.side() != calling.period().by()) {
            throw FulfilmentProblem.OTHER_SIDE.raise();
        }
        if (!acting.performed().state().isWaiting()) {
            throw FulfilmentProblem.NOT_NOW.raise();
        }
        // As it is kept and shown: whoever reads it can compute the hash in the log.
        return calling.next(day, grams, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Mono<Performed> keep(Performed performed, PriceCall call, AccountId person) {
        var deal = performed.deal().id();
        var called = performed.with(call);
        return calls.add(deal, call, person)
                .then(Mono.defer(() -> events.publish(new PriceCalled(
                        ids.next(),
                        call.at(),
                        deal,
                        call.number(),
                        call.part().day(),
                        call.part().grams(),
                        called.leftToCall(),
                        performed.seal(Seals.of(call))))))
                .then(Mono.defer(() -> called.leftToCall() == 0 ? calls.endReminder(deal) : Mono.empty()))
                .then(Mono.defer(() -> tellOfDelivery.called(called)))
                .thenReturn(called);
    }
}
