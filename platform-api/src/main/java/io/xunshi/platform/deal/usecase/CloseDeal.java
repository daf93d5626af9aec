package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.Award;
import io.xunshi.platform.deal.DealEvents.DealAgreed;
import io.xunshi.platform.deal.DealEvents.DealLapsed;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealProblem;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.domain.ContractText;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.storage.DealRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a deal of what two sides agreed, and lets go of the goods where nothing comes of it. Joins the caller's
 * transaction.
 */
@Component
class CloseDeal {
    private final DealRepository deals;
    private final WriteContract writeContract;
    private final Lots lots;
    private final Organisations organisations;
    private final TellSides tellSides;
    private final EventPublisher events;
    private final DealSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    CloseDeal(
            DealRepository deals,
            WriteContract writeContract,
            Lots lots,
            Organisations organisations,
            TellSides tellSides,
            EventPublisher events,
            DealSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.deals = deals;
        this.writeContract = writeContract;
        this.lots = lots;
        this.organisations = organisations;
        this.tellSides = tellSides;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the goods as they were offered and writes the contract. Raises {@link ExchangeProblem#LOT_NOT_OFFERED}
     * where so much is not to be had any more, and {@link DealProblem#ONE_CONTROL}.
     */
    Mono<Deal> close(LotOffer offer, OrganisationId buyer, long quantity, Money price) {
        return close(
                offer,
                buyer,
                quantity,
                price,
                id -> lots.take(offer.lot().id(), offer.termsVersion(), id.value(), quantity));
    }

    /** The same for what was won. Raises {@link ExchangeProblem#LOT_NOT_HELD} where its holder has less. */
    Mono<Deal> close(LotOffer offer, Award award) {
        var holder = award.holder();
        return holder == null
                ? close(offer, award.buyer(), award.quantity(), award.price())
                : close(
                        offer,
                        award.buyer(),
                        award.quantity(),
                        award.price(),
                        id -> lots.takeHeld(award.lot(), holder, id.value(), award.quantity()));
    }

    /** Whether {@link #close(LotOffer, Award)} would write a contract, if the goods are to be had. */
    Mono<Boolean> isPossible(LotOffer offer, Award award) {
        return checkIndependent(offer, award.buyer())
                .then(Mono.defer(() -> writeContract.write("", offer, award.buyer(), award.quantity(), award.price())))
                .map(contract -> true)
                .onErrorResume(
                        ProblemException.class,
                        refused -> refused.problem() instanceof DealProblem ? Mono.just(false) : Mono.error(refused));
    }

    private Mono<Deal> close(
            LotOffer offer, OrganisationId buyer, long quantity, Money price, Function<DealId, Mono<Void>> taken) {
        var id = new DealId(ids.next());
        var lot = offer.lot();
        return checkIndependent(offer, buyer)
                .then(Mono.defer(() -> taken.apply(id)))
                .then(Mono.defer(() -> writeContract.write(code(id), offer, buyer, quantity, price)))
                .map(contract -> deal(id, lot.id(), contract))
                .delayUntil(deals::add)
                .delayUntil(deal -> events.publish(agreed(deal)));
    }

    private DealAgreed agreed(Deal deal) {
        return new DealAgreed(
                ids.next(),
                deal.agreedAt(),
                deal.id(),
                deal.code(),
                deal.lot(),
                deal.seller(),
                deal.buyer(),
                deal.terms().materialCode(),
                deal.terms().quantity(),
                deal.terms().price(),
                deal.signBy());
    }

    private Deal deal(DealId id, LotId lot, WriteContract.Contract contract) {
        var text = ContractText.of(contract.terms());
        var now = clock.instant();
        return new Deal(
                id,
                code(id),
                lot,
                contract.seller(),
                contract.buyer(),
                DealState.AGREED,
                contract.terms(),
                contract.areaCode(),
                text,
                Sha256.of(text),
                List.of(),
                now,
                now.plus(settings.signingWindow()));
    }

    /** The goods are offered again, where they are not signed for in time; does nothing for what was. */
    Mono<Void> lapse(DealId id) {
        return deals.lock(id)
                .filter(deal ->
                        deal.state() == DealState.AGREED && !clock.instant().isBefore(deal.signBy()))
                .delayUntil(deal -> lots.giveBack(deal.lot(), id.value()))
                .delayUntil(deal -> deals.end(id, DealState.LAPSED, clock.instant()))
                .delayUntil(deal -> events.publish(lapsed(deal)))
                .flatMap(tellSides::lapsed);
    }

    private DealLapsed lapsed(Deal deal) {
        return new DealLapsed(
                ids.next(), clock.instant(), deal.id(), deal.isSignedBy(Party.SELLER), deal.isSignedBy(Party.BUYER));
    }

    /** Raises {@link DealProblem#ONE_CONTROL}. */
    Mono<Void> checkIndependent(LotOffer offer, OrganisationId buyer) {
        return organisations
                .underOneControl(offer.lot().seller(), buyer)
                .filter(isOne -> !isOne)
                .switchIfEmpty(Mono.error(DealProblem.ONE_CONTROL::raise))
                .then();
    }

    private static String code(DealId id) {
        return ShortCode.of('Y', id.value());
    }
}
