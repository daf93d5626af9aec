package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.ClaimState;
import io.xunshi.platform.fulfilment.FulfilmentCause;
import io.xunshi.platform.fulfilment.FulfilmentEvents.ClaimRaised;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Claim;
import io.xunshi.platform.fulfilment.domain.ClaimMove;
import io.xunshi.platform.fulfilment.domain.Remedy;
import io.xunshi.platform.fulfilment.storage.ClaimRepository;
import io.xunshi.platform.fulfilment.storage.FulfilmentRepository;
import io.xunshi.platform.fulfilment.usecase.ActForSide.Acting;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What a buyer says is wrong with the goods, and how both sides, or an officer, settle it. */
@Component
public class PursueClaim {
    private final ActForSide actForSide;
    private final IndependentOfficer independentOfficer;
    private final ClaimRepository claims;
    private final FulfilmentRepository fulfilments;
    private final KeepPapers keepPapers;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PursueClaim(
            ActForSide actForSide,
            IndependentOfficer independentOfficer,
            ClaimRepository claims,
            FulfilmentRepository fulfilments,
            KeepPapers keepPapers,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.independentOfficer = independentOfficer;
        this.claims = claims;
        this.fulfilments = fulfilments;
        this.keepPapers = keepPapers;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** For the buyer. Raises {@link FulfilmentProblem#NOT_NOW} and {@link FulfilmentProblem#DEDUCTION_TOO_HIGH}. */
    @Transactional
    public Mono<Performed> raise(AccountId person, DealId deal, Remedy remedy, Words words) {
        return actForSide
                .as(person, deal, Side.BUYER, ActForSide.TRADES)
                .doOnNext(performed -> performed.requireState(FulfilmentState.ASSAYED))
                .doOnNext(performed -> checkDeduction(performed, remedy))
                .delayUntil(performed -> keepPapers.keep(deal, person, words.documents()))
                .flatMap(performed ->
                        raised(person, performed, Claim.raised(ids.next(), move(Side.BUYER, remedy, words))))
                .delayUntil(tellOfDelivery::moved);
    }

    /** A side says what it would give or take. Raises {@link FulfilmentProblem#CLAIM_NOT_NOW} and the like. */
    @Transactional
    public Mono<Performed> offer(
            AccountId person, DealId deal, OrganisationId organisation, Remedy remedy, Words words) {
        return acting(person, deal, organisation)
                .doOnNext(acting -> checkDeduction(acting.performed(), remedy))
                .delayUntil(acting -> keepPapers.keep(deal, person, words.documents()))
                .flatMap(acting -> said(
                        person,
                        acting.performed(),
                        claim(acting.performed()).offered(move(acting.side(), remedy, words))))
                .delayUntil(tellOfDelivery::moved);
    }

    /** A side adds what it has: pictures, papers, the report of an inspection agency. */
    @Transactional
    public Mono<Performed> evidence(AccountId person, DealId deal, OrganisationId organisation, Words words) {
        return acting(person, deal, organisation)
                .delayUntil(acting -> keepPapers.keep(deal, person, words.documents()))
                .flatMap(acting -> said(
                        person,
                        acting.performed(),
                        claim(acting.performed()).evidence(move(acting.side(), null, words))))
                .delayUntil(tellOfDelivery::moved);
    }

    /** A side takes what the other said last. */
    @Transactional
    public Mono<Performed> agree(AccountId person, DealId deal, OrganisationId organisation) {
        return acting(person, deal, organisation)
                .flatMap(acting ->
                        ended(acting.performed(), claim(acting.performed()).agreed(acting.side(), clock.instant())))
                .delayUntil(tellOfDelivery::moved);
    }

    /** A side asks for a decision. */
    @Transactional
    public Mono<Performed> escalate(AccountId person, DealId deal, OrganisationId organisation) {
        return acting(person, deal, organisation)
                .map(Acting::performed)
                .flatMap(performed -> saved(performed, claim(performed).escalated(clock.instant())))
                .delayUntil(tellOfDelivery::moved);
    }

    /** The buyer takes the goods as they are. */
    @Transactional
    public Mono<Performed> withdraw(AccountId person, DealId deal) {
        return actForSide
                .as(person, deal, Side.BUYER, ActForSide.TRADES)
                .flatMap(performed -> ended(performed, claim(performed).withdrawn(clock.instant())))
                .delayUntil(tellOfDelivery::moved);
    }

    /** An officer decides. Raises {@link FulfilmentProblem#NOT_INDEPENDENT} and the like. */
    @Transactional
    public Mono<Performed> decide(AccountId officer, DealId deal, Remedy remedy, String reasons) {
        return independentOfficer
                .lock(officer, deal)
                .doOnNext(performed -> checkDeduction(performed, remedy))
                .flatMap(performed -> decided(
                        officer,
                        performed,
                        claim(performed).decided(move(null, remedy, new Words(reasons, null, List.of())))))
                .delayUntil(tellOfDelivery::moved);
    }

    /** Its time is over; the caller has locked the performance. */
    Mono<Performed> overdue(Performed performed) {
        var claim = claim(performed).overdue(clock.instant());
        return claim.state() == ClaimState.ENDED ? ended(performed, claim) : saved(performed, claim);
    }

    private Mono<Acting> acting(AccountId person, DealId deal, OrganisationId organisation) {
        return actForSide.as(person, deal, organisation, ActForSide.TRADES);
    }

    private static Claim claim(Performed performed) {
        var claim = performed.performance().claim();
        if (claim == null) {
            throw FulfilmentProblem.CLAIM_NOT_NOW.raise();
        }
        return claim;
    }

    private static void checkDeduction(Performed performed, Remedy remedy) {
        performed.reckoning().fixedPrice().filter(price -> remedy.fen() > price).ifPresent(price -> {
            throw FulfilmentProblem.DEDUCTION_TOO_HIGH.raise();
        });
    }

    private ClaimMove move(@Nullable Side by, @Nullable Remedy remedy, Words words) {
        return new ClaimMove(by, remedy, words.text(), words.inspector(), words.documents(), clock.instant());
    }

    private Mono<Performed> raised(AccountId person, Performed performed, Claim claim) {
        var deal = performed.deal().id();
        var moved = performed
                .head()
                .moved(FulfilmentState.CLAIMED, FulfilmentCause.CLAIM_RAISED, clock.instant())
                .waitingFor(claim);
        return claims.add(deal, claim, person)
                .then(moveFulfilment.move(performed.with(claim), moved))
                .delayUntil(raised -> events.publish(
                        new ClaimRaised(ids.next(), claim.since(), deal, claim.id(), raised.seal(Seals.of(claim)))));
    }

    private Mono<Performed> said(AccountId person, Performed performed, Claim claim) {
        return claims.saveWithMove(claim, person)
                .then(fulfilments.save(performed.head().waitingFor(claim)))
                .map(head -> performed.with(claim).with(head));
    }

    private Mono<Performed> saved(Performed performed, Claim claim) {
        return claims.save(claim)
                .then(fulfilments.save(performed.head().waitingFor(claim)))
                .map(head -> performed.with(claim).with(head));
    }

    private Mono<Performed> decided(AccountId officer, Performed performed, Claim claim) {
        return claims.saveWithMove(claim, officer).then(Mono.defer(() -> moveFulfilment.endClaim(performed, claim)));
    }

    private Mono<Performed> ended(Performed performed, Claim claim) {
        return claims.save(claim).then(Mono.defer(() -> moveFulfilment.endClaim(performed, claim)));
    }

    /**
     * What is said, and what proves it.
     *
     * @param inspector whose independent report it is; null where it is nobody's
     */
    public record Words(String text, @Nullable String inspector, List<UUID> documents) {}
}
