package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionEvents.DepositMoved;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.Award;
import io.xunshi.platform.auction.domain.DefaultLadder;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves deposits along, with their money, in the transaction of what they follow. */
@Component
class KeepDeposits {
    /** Paddle numbers begin at one. */
    static final int NOBODY = 0;

    private final DepositRepository deposits;
    private final Payments payments;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    KeepDeposits(DepositRepository deposits, Payments payments, EventPublisher events, IdGenerator ids, Clock clock) {
        this.deposits = deposits;
        this.payments = payments;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The bidder's money is there; false where that was known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Boolean> hold(Deposit deposit, Sale sale) {
        return deposit.state() == DepositState.NONE ? move(deposit, sale, DepositState.HELD) : Mono.just(false);
    }

    /** Of one bidder, whatever became of the auction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> release(Deposit deposit, Sale sale) {
        return switch (deposit.state()) {
            case NONE -> payments.wantGivenBack(deposit.id());
            case HELD, CONVERTED -> giveBack(deposit, sale, DepositState.RELEASED);
            case RELEASED, FORFEITED, REFUNDED -> Mono.empty();
        };
    }

    /** Whoever else has paid has it back; who has not paid yet need not any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> releaseAllBut(Sale sale, Set<Integer> paddles) {
        return allOf(sale)
                .filter(deposit -> !paddles.contains(deposit.paddle()))
                .concatMap(deposit -> release(deposit, sale))
                .then();
    }

    /** Of who has won. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> convert(Sale sale, Set<Integer> paddles) {
        return of(sale, paddles)
                .filter(deposit -> deposit.state() == DepositState.HELD)
                .concatMap(deposit -> move(deposit, sale, DepositState.CONVERTED))
                .then();
    }

    /** Of who has handed in a sealed bid and not opened it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> forfeitHeld(Sale sale, Set<Integer> paddles) {
        return of(sale, paddles)
                .filter(deposit -> deposit.state() == DepositState.HELD)
                .concatMap(deposit -> forfeit(deposit, sale))
                .then();
    }

    /** Of who has kept their word in every deal of this auction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> releaseSettled(Sale sale, int paddle) {
        return sale.waitsForDealsOf(paddle)
                ? Mono.empty()
                : of(sale, Set.of(paddle))
                        .concatMap(deposit -> release(deposit, sale))
                        .then();
    }

    /** Of who was to have goods, where the contract was not signed in time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> end(Sale sale, Award award, boolean buyerSigned) {
        return DefaultLadder.depositAfter(award, buyerSigned)
                .map(to -> of(sale, Set.of(award.paddle()))
                        .filter(deposit -> deposit.state().next().contains(to))
                        .concatMap(deposit -> end(deposit, sale, to))
                        .then())
                .orElseGet(Mono::empty);
    }

    /** While another contract of the same bidder waits for signatures there is security for it. */
    private Mono<Void> end(Deposit deposit, Sale sale, DepositState to) {
        if (to == DepositState.FORFEITED) {
            return forfeit(deposit, sale);
        }
        return sale.waitsForDealsOf(deposit.paddle()) ? Mono.empty() : giveBack(deposit, sale, to);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<OrganisationId> bidderOf(Sale sale, int paddle) {
        return of(sale, Set.of(paddle)).map(Deposit::bidder).single();
    }

    private Flux<Deposit> of(Sale sale, Set<Integer> paddles) {
        return allOf(sale).filter(deposit -> paddles.contains(deposit.paddle()));
    }

    /** Read to the end first: what becomes of each needs the same connection, and there may be hundreds. */
    private Flux<Deposit> allOf(Sale sale) {
        return deposits.findOf(sale.id()).collectList().flatMapIterable(all -> all);
    }

    private Mono<Void> giveBack(Deposit deposit, Sale sale, DepositState to) {
        return move(deposit, sale, to).filter(moved -> moved).flatMap(moved -> payments.wantGivenBack(deposit.id()));
    }

    /** It is the selling organisation's, without a fee. */
    private Mono<Void> forfeit(Deposit deposit, Sale sale) {
        return move(deposit, sale, DepositState.FORFEITED)
                .filter(moved -> moved)
                .flatMap(moved -> payments.shareEscrow(
                        deposit.id(),
                        new Payee(sale.lot().seller().value()),
                        deposit.amount(),
                        Money.fen(0),
                        deposit.id()));
    }

    private Mono<Boolean> move(Deposit deposit, Sale sale, DepositState to) {
        var at = clock.instant();
        return deposits.move(deposit, to, at)
                .delayUntil(moved -> moved ? events.publish(moved(deposit, sale, to, at)) : Mono.empty());
    }

    private DepositMoved moved(Deposit deposit, Sale sale, DepositState to, Instant at) {
        var line = SealedLine.of(deposit, to);
        return new DepositMoved(ids.next(), at, sale.id(), to, deposit.amount(), SealedLine.facts(sale, line));
    }
}
