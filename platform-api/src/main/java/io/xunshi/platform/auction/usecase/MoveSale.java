package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionEvents.AuctionDecided;
import io.xunshi.platform.auction.AuctionEvents.AuctionMoved;
import io.xunshi.platform.auction.AuctionEvents.AuctionOpened;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Closing;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves an auction from one state to the next, with its deposits and its lot. All in the transaction of a caller who
 * has locked it.
 */
@Component
class MoveSale {
    private final AuctionRepository sales;
    private final KeepDeposits keepDeposits;
    private final AwardGoods awardGoods;
    private final Lots lots;
    private final Rooms rooms;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    MoveSale(
            AuctionRepository sales,
            KeepDeposits keepDeposits,
            AwardGoods awardGoods,
            Lots lots,
            Rooms rooms,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.sales = sales;
        this.keepDeposits = keepDeposits;
        this.awardGoods = awardGoods;
        this.lots = lots;
        this.rooms = rooms;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> move(Sale sale, AuctionState to, AuctionCause cause) {
        if (sale.state() != to && !sale.state().next().contains(to)) {
            return Mono.error(new IllegalStateException("%s does not go to %s".formatted(sale.code(), to)));
        }
        return sales.save(sale.moved(to, cause, clock.instant())).delayUntil(this::tell);
    }

    /** Bids are taken from now on, and the terms are sealed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> open(Sale sale) {
        return move(sale, AuctionState.OPEN, AuctionCause.OPENED)
                .delayUntil(opened -> events.publish(new AuctionOpened(
                        ids.next(),
                        opened.since(),
                        opened.id(),
                        SealedLine.facts(opened, SealedLine.ofOpening(opened)))));
    }

    /** Writes down that it took a step, and has everybody hear of it once that is so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(Sale sale) {
        return sales.addStep(sale.id(), new SaleStep(sale.state(), sale.cause(), sale.since()))
                .then(events.publish(new AuctionMoved(ids.next(), sale.since(), sale.id(), sale.state(), sale.cause())))
                .then(rooms.wakeAfterCommit(sale.id()));
    }

    /** No bid is opened any more: where the best are equal they bid once more, otherwise it is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> endRevealing(Sale sale) {
        var opensAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return sale.bidding() instanceof SealedAuction sealed
                ? sealed.finalRound(opensAt)
                        .map(both ->
                                move(sale.with(both, sale.awards()), AuctionState.FINAL_ROUND, AuctionCause.EQUAL_BIDS))
                        .orElseGet(() -> close(sale))
                : close(sale);
    }

    /** No bid is taken any more; whose is the best decides what follows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> close(Sale open) {
        return move(open, AuctionState.CLOSED_PENDING_RESERVE, causeOfClose(open))
                .delayUntil(this::forfeitUnopened)
                .flatMap(sale -> switch (Closing.of(sale.bidding(), sale.reserve())) {
                    case Closing.NoBids none -> fail(sale, AuctionCause.NO_BIDS);
                    case Closing.BelowReserve below ->
                        keepDeposits
                                .releaseAllBut(sale, Set.of(below.best().paddle()))
                                .thenReturn(sale);
                    case Closing.Won won -> award(sale, AuctionCause.RESERVE_MET);
                });
    }

    /**
     * The goods go to whoever won them; of those the deposits become security, all others go back. Where no contract
     * can be written nobody gets them, through nobody's fault.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> award(Sale sale, AuctionCause cause) {
        return awardGoods
                .arePossible(sale)
                .flatMap(possible -> possible
                        ? awardGoods
                                .toWinners(sale)
                                .flatMap(awarded -> move(awarded, AuctionState.AWARDED, cause))
                                .delayUntil(this::seal)
                        : fail(sale, AuctionCause.NO_CONTRACT));
    }

    /** What was waited for from deals has come; where none is waited for any more it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> settle(Sale sale, AuctionCause cause) {
        if (sale.waitsForDeals()) {
            return sales.save(sale).delayUntil(saved -> rooms.wakeAfterCommit(saved.id()));
        }
        return sale.hasSold() ? end(sale, AuctionState.CONTRACTED, AuctionCause.BOTH_SIGNED) : fail(sale, cause);
    }

    /** Nobody gets the goods; they may be offered again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> fail(Sale sale, AuctionCause cause) {
        return end(sale, AuctionState.FAILED, cause)
                .delayUntil(failed -> sale.awards().isEmpty() ? seal(failed) : Mono.empty());
    }

    private Mono<Void> seal(Sale decided) {
        return events.publish(new AuctionDecided(
                ids.next(), decided.since(), decided.id(), SealedLine.facts(decided, SealedLine.ofResult(decided))));
    }

    /** What of the lot was not sold is free, and everybody who paid has their deposit back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Sale> end(Sale sale, AuctionState end, AuctionCause cause) {
        return move(sale, end, cause)
                .delayUntil(ended -> keepDeposits.releaseAllBut(ended, Set.of()))
                .delayUntil(ended ->
                        lots.letGo(new LotId(ended.lot().id()), ended.id().value()));
    }

    private Mono<Void> forfeitUnopened(Sale sale) {
        return sale.bidding() instanceof SealedAuction sealed
                ? keepDeposits.forfeitHeld(sale, Set.copyOf(sealed.unrevealed()))
                : Mono.empty();
    }

    private static AuctionCause causeOfClose(Sale sale) {
        return sale.bidding() instanceof DutchAuction dutch && dutch.quantityLeft() == 0
                ? AuctionCause.SOLD_OUT
                : AuctionCause.TIME_OVER;
    }
}
