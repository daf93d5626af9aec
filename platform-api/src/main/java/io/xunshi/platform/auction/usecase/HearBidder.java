package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionEvents.BidPlaced;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.auction.domain.Bidder;
import io.xunshi.platform.auction.domain.Bidding;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.Refusal;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.domain.SealedLine;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.auction.usecase.Admission.Standing;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hears who bids, whatever the format, in the order in which they ask. What can be known beforehand is asked before the
 * auction is locked; then one short transaction judges what they want and writes it down. The clock is read while
 * nobody else can bid.
 */
@Component
class HearBidder {
    private final AuctionRepository sales;
    private final DepositRepository deposits;
    private final Admission admission;
    private final Organisations organisations;
    private final Rooms rooms;
    private final EventPublisher events;
    private final Turns turns;
    private final IdGenerator ids;
    private final Clock clock;

    HearBidder(
            AuctionRepository sales,
            DepositRepository deposits,
            Admission admission,
            Organisations organisations,
            Rooms rooms,
            EventPublisher events,
            Turns turns,
            IdGenerator ids,
            Clock clock) {
        this.sales = sales;
        this.deposits = deposits;
        this.admission = admission;
        this.organisations = organisations;
        this.rooms = rooms;
        this.events = events;
        this.turns = turns;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link AuctionProblem#NOT_FOUND}, {@link AuctionProblem#OTHER_FORMAT}, and {@link AuctionProblem#NOT_OPEN}
     * in a state in which nobody is heard.
     *
     * @param format of the auctions at which they are heard so
     * @param decide judges, then writes, while the auction is locked; see {@link Turns#take} for how it refuses
     */
    <B extends Bidding, T> Mono<T> hear(
            Caller caller, Class<B> format, Predicate<AuctionState> isHeardIn, Function<Heard<B>, Mono<T>> decide) {
        return turns.take(
                caller.auction(),
                admit(caller, format)
                        .map(standing -> locked(caller, format, standing)
                                .filter(heard -> isHeardIn.test(heard.sale().state()))
                                .switchIfEmpty(Mono.error(AuctionProblem.NOT_OPEN::raise))
                                .flatMap(decide)));
    }

    private Mono<Standing> admit(Caller caller, Class<? extends Bidding> format) {
        return organisations
                .requireRole(caller.person(), caller.bidder(), MemberRole.TRADER)
                .then(sales.find(caller.auction()))
                .filter(Sale::isPublic)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise))
                .filter(sale -> format.isInstance(sale.bidding()))
                .switchIfEmpty(Mono.error(AuctionProblem.OTHER_FORMAT::raise))
                .flatMap(sale -> admission.of(sale, caller.bidder()));
    }

    /**
     * Writes a bid that was taken, and has everybody hear of it once that is so. In the transaction of who was heard.
     *
     * @param line what of it is sealed in the log
     */
    Mono<Sale> write(Heard<?> heard, Bidding after, Mono<Void> bid, String line) {
        return write(heard, after, bid)
                .delayUntil(sale -> events.publish(
                        new BidPlaced(ids.next(), heard.now(), sale.id(), after.bids(), SealedLine.facts(sale, line))));
    }

    /** The same for what is no bid. */
    Mono<Sale> write(Heard<?> heard, Bidding after, Mono<Void> bid) {
        var before = heard.sale();
        var sale = before.after(after, heard.now());
        return bid.then(sales.save(sale))
                .delayUntil(saved -> saved.state() == before.state()
                        ? Mono.empty()
                        : sales.addStep(saved.id(), new SaleStep(saved.state(), saved.cause(), saved.since())))
                .delayUntil(saved -> rooms.wakeAfterCommit(saved.id()));
    }

    private <B extends Bidding> Mono<Heard<B>> locked(Caller caller, Class<B> format, Standing standing) {
        return sales.lock(caller.auction())
                .flatMap(sale -> deposits.find(caller.auction(), caller.bidder())
                        .map(deposit -> heard(caller, format, standing, sale, deposit))
                        .switchIfEmpty(Mono.fromSupplier(() -> heard(caller, format, standing, sale, null))));
    }

    private <B extends Bidding> Heard<B> heard(
            Caller caller, Class<B> format, Standing standing, Sale sale, @Nullable Deposit deposit) {
        return new Heard<>(
                caller,
                sale,
                format.cast(sale.bidding()),
                deposit,
                standing,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @param bidder for which the person acts */
    record Caller(AccountId person, AuctionId auction, OrganisationId bidder) {}

    /**
     * Somebody who is heard, while nobody else is.
     *
     * @param deposit null where none was asked for
     * @param now by the server's clock, as exact as it is stored
     */
    record Heard<B extends Bidding>(
            Caller caller, Sale sale, B bidding, @Nullable Deposit deposit, Standing standing, Instant now) {

        int paddle() {
            return deposit == null ? KeepDeposits.NOBODY : deposit.paddle();
        }

        Bidder bidder() {
            return standing.bidder(deposit != null && deposit.state() == DepositState.HELD);
        }

        /** One problem for each refusal. */
        ProblemException problem(Refusal refusal) {
            return switch (refusal) {
                case NOT_OPEN -> AuctionProblem.NOT_OPEN.raise();
                case NO_DEPOSIT -> AuctionProblem.NO_DEPOSIT.raise();
                case NOT_LICENSED -> standing.missingLicences();
                case CONTROLLED_WITH_SELLER -> AuctionProblem.CONTROLLED_WITH_SELLER.raise();
                case OFF_TICK -> AuctionProblem.OFF_TICK.raise();
                case BEYOND_LIMIT -> AuctionProblem.BEYOND_LIMIT.raise();
                case TOO_LOW -> AuctionProblem.BID_TOO_LOW.raise();
                case CEILING_BELOW_AMOUNT -> AuctionProblem.CEILING_BELOW_AMOUNT.raise();
                case CEILING_NOT_RAISED -> AuctionProblem.CEILING_NOT_RAISED.raise();
                case OWN_STEP_TOO_SMALL -> AuctionProblem.OWN_STEP_TOO_SMALL.raise();
                case UNCONFIRMED -> AuctionProblem.UNCONFIRMED.raise();
                case QUANTITY_TOO_SMALL -> AuctionProblem.QUANTITY_TOO_SMALL.raise();
                case QUANTITY_TOO_LARGE -> AuctionProblem.QUANTITY_TOO_LARGE.raise();
                case NOT_BETTER -> AuctionProblem.NOT_BETTER.raise();
                case COMMITTED_ALREADY -> AuctionProblem.COMMITTED_ALREADY.raise();
                case NOT_COMMITTED -> AuctionProblem.NOT_COMMITTED.raise();
                case COMMITMENT_DIFFERS -> AuctionProblem.COMMITMENT_DIFFERS.raise();
                case NOT_IN_FINAL_ROUND -> AuctionProblem.NOT_IN_FINAL_ROUND.raise();
            };
        }
    }
}
