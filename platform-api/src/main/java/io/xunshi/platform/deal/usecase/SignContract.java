package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.DealEvents.DealFacts;
import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealProblem;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.storage.DealRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the two signatures under a contract; with the second the goods are the buyer's. */
@Component
public class SignContract {
    private final DealRepository deals;
    private final Lots lots;
    private final Organisations organisations;
    private final TradingGate gate;
    private final PasswordCheck passwordCheck;
    private final TellSides tellSides;
    private final EventPublisher events;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    SignContract(
            DealRepository deals,
            Lots lots,
            Organisations organisations,
            TradingGate gate,
            PasswordCheck passwordCheck,
            TellSides tellSides,
            EventPublisher events,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.deals = deals;
        this.lots = lots;
        this.organisations = organisations;
        this.gate = gate;
        this.passwordCheck = passwordCheck;
        this.tellSides = tellSides;
        this.events = events;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Signs for one of the sides. Raises {@link DealProblem#DEAL_NOT_FOUND}, {@link DealProblem#NOT_TO_SIGN},
     * {@link DealProblem#OTHER_TEXT}, what {@link PasswordCheck} and {@link Organisations#requireRole} raise, and what
     * the trading gate raises where a licence has ended since the deal.
     *
     * @param hash of the text that the person has read
     */
    public Mono<Deal> sign(AccountId person, DealId id, OrganisationId organisation, String hash, String password) {
        return passwordCheck
                .confirm(person, password)
                .then(Mono.defer(() -> signed(person, id, organisation, hash)).as(transaction::transactional));
    }

    private Mono<Deal> signed(AccountId person, DealId id, OrganisationId organisation, String hash) {
        return deals.lock(id)
                .filterWhen(deal -> isOfASide(person, deal))
                .switchIfEmpty(Mono.error(DealProblem.DEAL_NOT_FOUND::raise))
                .flatMap(deal -> partyOf(deal, organisation)
                        .delayUntil(party -> organisations.requireRole(person, organisation, Negotiate.MAY_TRADE))
                        .delayUntil(party -> check(deal, party, hash))
                        .delayUntil(party -> passGate(deal, party))
                        .delayUntil(party -> deals.sign(id, party, person, clock.instant()))
                        .delayUntil(party -> deal.isSignedBy(party.other()) ? complete(deal) : Mono.empty()))
                .then(deals.find(id))
                .delayUntil(deal -> deal.state() == DealState.SIGNED ? tellSides.signed(deal) : Mono.empty());
    }

    private Mono<Void> complete(Deal deal) {
        return lots.sellPart(deal.lot(), deal.id().value(), deal.buyer())
                .then(deals.end(deal.id(), DealState.SIGNED, clock.instant()))
                .then(Mono.defer(
                        () -> events.publish(new DealSigned(ids.next(), clock.instant(), deal.id(), facts(deal)))));
    }

    private static Mono<Party> partyOf(Deal deal, OrganisationId organisation) {
        if (deal.seller().equals(organisation)) {
            return Mono.just(Party.SELLER);
        }
        return deal.buyer().equals(organisation) ? Mono.just(Party.BUYER) : Mono.error(DealProblem.NOT_TO_SIGN::raise);
    }

    /** To others there is no such deal. */
    private Mono<Boolean> isOfASide(AccountId person, Deal deal) {
        return organisations
                .membershipsOf(person)
                .map(Membership::organisation)
                .filter(id -> id.equals(deal.seller()) || id.equals(deal.buyer()))
                .hasElements();
    }

    private Mono<Void> check(Deal deal, Party party, String hash) {
        if (!deal.waitsFor(party, clock.instant())) {
            return Mono.error(DealProblem.NOT_TO_SIGN::raise);
        }
        return deal.contractHash().equals(hash) ? Mono.empty() : Mono.error(DealProblem.OTHER_TEXT::raise);
    }

    private Mono<Void> passGate(Deal deal, Party party) {
        return gate.require(
                        deal.organisation(party),
                        deal.terms().materialCode(),
                        party == Party.SELLER ? TradeSide.SELLER : TradeSide.BUYER,
                        deal.areaCode(),
                        clock.instant())
                .then();
    }

    private static DealFacts facts(Deal deal) {
        return new DealFacts(
                deal.code(),
                deal.seller(),
                deal.buyer(),
                deal.terms().materialCode(),
                deal.areaCode(),
                deal.terms().value(),
                deal.contractHash());
    }
}
