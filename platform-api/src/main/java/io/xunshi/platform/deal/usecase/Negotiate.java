package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.DealProblem;
import io.xunshi.platform.deal.ProposalEvents.ProposalMade;
import io.xunshi.platform.deal.ProposalEvents.ProposalRefused;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.domain.Proposal;
import io.xunshi.platform.deal.domain.ProposalState;
import io.xunshi.platform.deal.domain.Word;
import io.xunshi.platform.deal.storage.ProposalRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets a buyer and a seller come to terms over a lot: at its price, or by words that bind who says them. */
@Component
public class Negotiate {
    static final MemberRole[] MAY_TRADE = {MemberRole.OWNER, MemberRole.TRADER};

    /** Ten million yuan for a tonne, as of a lot. */
    private static final long PRICE_FEN_MAX = 1_000_000_000;

    private final ProposalRepository proposals;
    private final CloseDeal closeDeal;
    private final TellSides tellSides;
    private final EventPublisher events;
    private final Lots lots;
    private final Organisations organisations;
    private final TradingGate gate;
    private final DealSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    Negotiate(
            ProposalRepository proposals,
            CloseDeal closeDeal,
            TellSides tellSides,
            EventPublisher events,
            Lots lots,
            Organisations organisations,
            TradingGate gate,
            DealSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.proposals = proposals;
        this.closeDeal = closeDeal;
        this.tellSides = tellSides;
        this.events = events;
        this.lots = lots;
        this.organisations = organisations;
        this.gate = gate;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Buys at the price that the lot names. Raises {@link DealProblem#NO_PRICE}, {@link DealProblem#LOT_CHANGED},
     * {@link DealProblem#ONE_CONTROL}, {@link ExchangeProblem#LOT_NOT_FOUND}, {@link ExchangeProblem#LOT_NOT_OFFERED},
     * field faults, and what the trading gate and {@link Organisations#requireRole} raise.
     *
     * @param termsVersion of the lot that the buyer has seen: nobody buys at a price that was raised meanwhile
     */
    @Transactional
    public Mono<Deal> buy(AccountId person, OrganisationId buyer, LotId lot, long termsVersion, long quantity) {
        return mayBuy(person, buyer, lot)
                .delayUntil(offer -> checkSame(offer, termsVersion))
                .delayUntil(offer -> check(offer, quantity))
                .flatMap(offer -> Mono.justOrEmpty(offer.price())
                        .switchIfEmpty(Mono.error(DealProblem.NO_PRICE::raise))
                        .flatMap(price -> closeDeal.close(offer, buyer, quantity, price)))
                .delayUntil(tellSides::agreed);
    }

    /**
     * Says what the buyer would pay, binding until its time is over. Raises what {@link #buy} raises but for the price,
     * and {@link DealProblem#TOO_MANY_PROPOSALS}; {@link DealProblem#PROPOSAL_CLOSED} where the buyer has said
     * something about the lot already.
     */
    @Transactional
    public Mono<Proposal> propose(AccountId person, OrganisationId buyer, LotId lot, long quantity, Money price) {
        return mayBuy(person, buyer, lot)
                .delayUntil(offer -> check(offer, quantity))
                .delayUntil(offer -> check(price))
                .delayUntil(offer -> closeDeal.checkIndependent(offer, buyer))
                .delayUntil(offer -> checkLimit(buyer))
                .flatMap(offer -> proposals
                        .add(first(person, buyer, offer, quantity, price))
                        .switchIfEmpty(Mono.error(DealProblem.PROPOSAL_CLOSED::raise))
                        .delayUntil(proposal -> events.publish(made(proposal)))
                        .delayUntil(proposal -> tellSides.proposed(
                                proposal, Party.SELLER, offer.lot().title())));
    }

    /**
     * Says something else, binding in its turn. Raises {@link DealProblem#PROPOSAL_NOT_FOUND},
     * {@link DealProblem#PROPOSAL_CLOSED}, {@link DealProblem#NOT_YOUR_TURN}, and field faults.
     */
    @Transactional
    public Mono<Proposal> counter(AccountId person, UUID id, long quantity, Money price) {
        return toAnswer(person, id)
                .flatMap(proposal -> offerOf(proposal)
                        .delayUntil(offer -> check(offer, quantity))
                        .delayUntil(offer -> check(price))
                        .delayUntil(offer -> proposals.counter(
                                id,
                                next(person, proposal, quantity, price),
                                clock.instant().plus(settings.wordsFor())))
                        .flatMap(offer -> proposals
                                .find(id)
                                .delayUntil(countered -> events.publish(made(countered)))
                                .delayUntil(countered -> tellSides.proposed(
                                        countered,
                                        countered.toAnswer(),
                                        offer.lot().title()))));
    }

    /**
     * Takes the last word: there is a deal. Raises what {@link #counter} raises, and what {@link #buy} raises where the
     * goods are gone or a licence has ended meanwhile.
     */
    @Transactional
    public Mono<Deal> accept(AccountId person, UUID id) {
        return toAnswer(person, id)
                .flatMap(proposal -> offerOf(proposal)
                        .delayUntil(offer -> checkSame(offer, proposal.lotTerms()))
                        .delayUntil(offer -> passGate(offer, proposal))
                        .flatMap(offer -> closeDeal.close(
                                offer,
                                proposal.buyer(),
                                proposal.lastWord().quantity(),
                                proposal.lastWord().price())))
                .delayUntil(deal -> proposals.end(id, ProposalState.ACCEPTED, deal.id(), clock.instant()))
                .delayUntil(tellSides::agreed);
    }

    /** Says no. Raises what {@link #counter} raises. */
    @Transactional
    public Mono<Proposal> refuse(AccountId person, UUID id) {
        return toAnswer(person, id)
                .delayUntil(proposal -> proposals.end(id, ProposalState.REFUSED, null, clock.instant()))
                .delayUntil(proposal -> events.publish(refused(proposal)))
                .flatMap(proposal -> offerOf(proposal)
                        .flatMap(offer -> tellSides.refused(
                                proposal, proposal.lastWord().by(), offer.lot().title()))
                        .then(proposals.find(id)));
    }

    /** Ends what nobody answered in time. */
    @Transactional
    public Mono<Void> expire() {
        return proposals.expire(clock.instant());
    }

    private ProposalMade made(Proposal proposal) {
        var word = proposal.lastWord();
        return new ProposalMade(
                ids.next(),
                word.at(),
                proposal.id(),
                proposal.lot(),
                proposal.seller(),
                proposal.buyer(),
                word.by() == Party.SELLER,
                word.number(),
                word.quantity(),
                word.price(),
                proposal.validUntil());
    }

    private ProposalRefused refused(Proposal proposal) {
        return new ProposalRefused(
                ids.next(), clock.instant(), proposal.id(), proposal.lot(), proposal.seller(), proposal.buyer());
    }

    private Mono<LotOffer> mayBuy(AccountId person, OrganisationId buyer, LotId lot) {
        return organisations
                .requireRole(person, buyer, MAY_TRADE)
                .then(lots.offer(lot))
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise))
                .filter(offer -> offer.lot().state() == LotState.OFFERED)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise))
                .delayUntil(offer -> gate.require(
                        buyer,
                        offer.lot().materialCode(),
                        TradeSide.BUYER,
                        offer.lot().areaCode(),
                        clock.instant()));
    }

    private static Mono<Void> checkSame(LotOffer offer, long termsVersion) {
        return offer.termsVersion() == termsVersion ? Mono.empty() : Mono.error(DealProblem.LOT_CHANGED::raise);
    }

    private Mono<Void> passGate(LotOffer offer, Proposal proposal) {
        return require(offer, proposal.seller(), TradeSide.SELLER)
                .then(require(offer, proposal.buyer(), TradeSide.BUYER));
    }

    private Mono<Void> require(LotOffer offer, OrganisationId organisation, TradeSide side) {
        return gate.require(
                        organisation,
                        offer.lot().materialCode(),
                        side,
                        offer.lot().areaCode(),
                        clock.instant())
                .then();
    }

    private Mono<LotOffer> offerOf(Proposal proposal) {
        return lots.offer(proposal.lot()).switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_FOUND::raise));
    }

    /** Locked, open, and the caller's to answer. */
    private Mono<Proposal> toAnswer(AccountId person, UUID id) {
        return proposals
                .lock(id)
                .switchIfEmpty(Mono.error(DealProblem.PROPOSAL_NOT_FOUND::raise))
                .delayUntil(proposal -> sideOf(person, proposal))
                .filter(proposal -> proposal.isOpenAt(clock.instant()))
                .switchIfEmpty(Mono.error(DealProblem.PROPOSAL_CLOSED::raise))
                .delayUntil(proposal -> organisations
                        .requireRole(person, proposal.organisation(proposal.toAnswer()), MAY_TRADE)
                        .onErrorMap(
                                ProblemException.class,
                                refused -> refused.problem() == OrganisationProblem.NOT_A_MEMBER
                                        ? DealProblem.NOT_YOUR_TURN.raise()
                                        : refused));
    }

    /** To others there is no such proposal. */
    private Mono<OrganisationId> sideOf(AccountId person, Proposal proposal) {
        return organisations
                .membershipsOf(person)
                .map(membership -> membership.organisation())
                .filter(id -> id.equals(proposal.seller()) || id.equals(proposal.buyer()))
                .next()
                .switchIfEmpty(Mono.error(DealProblem.PROPOSAL_NOT_FOUND::raise));
    }

    private Mono<Void> checkLimit(OrganisationId buyer) {
        return proposals
                .countOpenOf(buyer)
                .filter(count -> count < settings.proposalsMax())
                .switchIfEmpty(Mono.error(() -> DealProblem.TOO_MANY_PROPOSALS.raise(settings.proposalsMax())))
                .then();
    }

    private static Mono<Void> check(LotOffer offer, long quantity) {
        return offer.isSoldInPartsOf(quantity)
                ? Mono.empty()
                : Mono.error(() -> FieldFault.refuse(List.of(new FieldFault("quantity", "deal.field.quantity"))));
    }

    private static Mono<Void> check(Money price) {
        return price.currency().equals(Money.CNY) && price.amount() >= 1 && price.amount() <= PRICE_FEN_MAX
                ? Mono.empty()
                : Mono.error(() -> FieldFault.refuse(List.of(new FieldFault("price", "deal.field.price"))));
    }

    private Proposal first(AccountId person, OrganisationId buyer, LotOffer offer, long quantity, Money price) {
        var now = clock.instant();
        return new Proposal(
                ids.next(),
                offer.lot().id(),
                offer.termsVersion(),
                offer.lot().seller(),
                buyer,
                ProposalState.OPEN,
                List.of(new Word(1, Party.BUYER, person, quantity, price, now)),
                null,
                now.plus(settings.wordsFor()));
    }

    private Word next(AccountId person, Proposal proposal, long quantity, Money price) {
        return new Word(
                proposal.lastWord().number() + 1, proposal.toAnswer(), person, quantity, price, clock.instant());
    }
}
