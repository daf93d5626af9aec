package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapEvents.SwapMoved;
import io.xunshi.platform.order.SwapEvents.ThingSwapped;
import io.xunshi.platform.order.SwapProblem;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapStep;
import io.xunshi.platform.order.domain.SwapTimer;
import io.xunshi.platform.order.storage.SwapRepository;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes one step of a swap inside the caller's transaction: the state, the things, the money and the news change
 * together, or nothing does. What a state means for things and money is said here and nowhere else.
 */
@Component
class MoveSwap {
    private final SwapRepository swaps;
    private final SwapCodes codes;
    private final Listings listings;
    private final Payments payments;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    MoveSwap(
            SwapRepository swaps,
            SwapCodes codes,
            Listings listings,
            Payments payments,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.swaps = swaps;
        this.codes = codes;
        this.listings = listings;
        this.payments = payments;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A step that time or money takes. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Swap> move(Swap swap, SwapState to, SwapCause cause) {
        return move(swap, to, cause, null, null);
    }

    /** Raises {@link SwapProblem#WRONG_STATE} where the swap has moved on meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Swap> move(Swap swap, SwapState to, SwapCause cause, @Nullable AccountId by, @Nullable String reason) {
        if (!swap.state().next().contains(to)) {
            return Mono.error(SwapProblem.WRONG_STATE.raise());
        }
        var now = clock.instant();
        var deadline = SwapTimer.of(to)
                .map(timer -> timer.endFor(now, isAnyPayerAway(swap, by)))
                .orElse(null);
        return swaps.move(swap.id(), swap.state(), to, deadline)
                .filter(moved -> moved)
                .switchIfEmpty(Mono.error(SwapProblem.WRONG_STATE::raise))
                .then(Mono.defer(() -> swaps.find(swap.id())))
                .delayUntil(moved -> consequences(swap.state(), moved, now))
                .delayUntil(moved -> tell(moved, cause, by, reason, now));
    }

    /** A step that changes something, but not the state. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> note(Swap swap, SwapCause cause, @Nullable AccountId by) {
        return tell(swap, cause, by, null, clock.instant());
    }

    /**
     * Ends what all had agreed to, as far as it has come: nothing is held any more and money goes back, or what was
     * handed over has to be brought back first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Swap> callOff(Swap swap, SwapCause cause, @Nullable AccountId by, @Nullable String reason) {
        return move(swap, swap.ring().away().isEmpty() ? unwound(swap) : SwapState.RETURNING, cause, by, reason);
    }

    /** Where a swap ends that nobody has anything of. */
    static SwapState unwound(Swap swap) {
        return swap.hasBalance() ? SwapState.CANCELLING : SwapState.CANCELLED;
    }

    /** For a stranger a swap does not exist. */
    static Mono<Swap> visibleTo(AccountId person, Mono<Swap> found) {
        return found.filter(swap -> swap.concerns(person)).switchIfEmpty(Mono.error(SwapProblem.NOT_FOUND::raise));
    }

    private Mono<Void> consequences(SwapState from, Swap swap, Instant now) {
        return switch (swap.state()) {
            case AWAITING_PAYMENT -> askForBalances(swap);
            case COLLECTING -> ofPayments(swap, payments::wantCaptured);
            case SETTLED -> changeHands(swap, now);
            case RETURNING -> drawNewCodes(swap);
            case BROKEN -> shareOutBroken(swap);
            case EXPIRED -> letGo(swap).then(Mono.defer(() -> giveBackWhatSomePaid(swap)));
            case CANCELLING -> letGo(swap).then(Mono.defer(() -> ofPayments(swap, payments::wantGivenBack)));
            case CANCELLED -> from.holdsThings() ? letGo(swap) : Mono.empty();
            case PROPOSED, DECLINED, WITHDRAWN, COUNTERED, LAPSED, AGREED -> Mono.empty();
        };
    }

    private Mono<Void> askForBalances(Swap swap) {
        return Flux.fromIterable(swap.ring().payers())
                .concatMap(payer -> payments.request(
                        payer.id(), PaymentPurpose.SWAP, payer.person(), payer.pays(), "循市互换补差价 " + swap.code()))
                .then();
    }

    /** Everything at once: each thing to its new owner, each balance into one escrow and out of it. */
    private Mono<Void> changeHands(Swap swap, Instant now) {
        var ring = swap.ring();
        var id = swap.id().value();
        return listings.endAll(id, List.of(), swap.listings())
                .thenMany(Flux.fromIterable(ring.payers()))
                .concatMap(payer -> payments.moveEscrow(payer.id(), id, payer.pays()))
                .thenMany(Flux.fromIterable(ring.paid()))
                .concatMap(paid -> payments.shareEscrow(
                        id, Payee.of(paid.person()), paid.pays().negated(), paid.fee(), paid.id()))
                .thenMany(Flux.range(0, ring.parties().size()))
                .concatMap(place -> events.publish(new ThingSwapped(ids.next(), now, swap.facts(), place)))
                .then();
    }

    /**
     * What is kept is gone from the market; everything else is its owner's again. Balances go back, except that who
     * keeps a thing pays for it with theirs, up to its price: the giver has nothing else in hand.
     */
    private Mono<Void> shareOutBroken(Swap swap) {
        var kept = swap.ring().away();
        var free = swap.ring().parties().stream().filter(party -> !kept.contains(party));
        return listings.endAll(
                        swap.id().value(),
                        free.map(Swap::listing).toList(),
                        kept.stream().map(Swap::listing).toList())
                .thenMany(Flux.fromIterable(swap.ring().payers()))
                .concatMap(payer -> shareOutBroken(swap, payer))
                .then();
    }

    private Mono<Void> shareOutBroken(Swap swap, SwapParty payer) {
        var giver = swap.ring().giverTo(payer);
        if (!giver.isAway()) {
            return ofPayment(payer, payments::wantGivenBack);
        }
        var price = giver.thing().price();
        var owed = payer.pays().compareTo(price) < 0 ? payer.pays() : price;
        var rest = payer.pays().minus(owed);
        return payments.shareEscrow(payer.id(), Payee.of(giver.person()), owed, Money.fen(0), payer.id())
                .then(Mono.defer(
                        () -> rest.isPositive() ? payments.refund(payer.id(), rest, payer.id()) : Mono.empty()));
    }

    /** Of two payers one may have been in time; a late payment of a single one can still revive the swap. */
    private Mono<Void> giveBackWhatSomePaid(Swap swap) {
        return swap.ring().payers().size() > 1 ? ofPayments(swap, payments::wantGivenBack) : Mono.empty();
    }

    private Mono<Void> letGo(Swap swap) {
        return listings.endAll(swap.id().value(), swap.listings(), List.of());
    }

    private Mono<Void> drawNewCodes(Swap swap) {
        return Flux.fromIterable(swap.ring().parties())
                .concatMap(party -> swaps.recode(party.id(), codes.draw()))
                .then();
    }

    private Mono<Void> ofPayments(Swap swap, Function<PaymentId, Mono<Void>> wish) {
        return Flux.fromIterable(swap.ring().payers())
                .concatMap(payer -> ofPayment(payer, wish))
                .then();
    }

    private Mono<Void> ofPayment(SwapParty payer, Function<PaymentId, Mono<Void>> wish) {
        return payments.findByOrder(payer.id()).map(PaymentView::id).flatMap(wish);
    }

    private Mono<Void> tell(Swap swap, SwapCause cause, @Nullable AccountId by, @Nullable String reason, Instant now) {
        return swaps.addStep(swap.id(), new SwapStep(swap.state(), now, cause, by, reason))
                .then(events.publish(new SwapMoved(ids.next(), now, swap.facts(), swap.state(), cause, by)));
    }

    private static boolean isAnyPayerAway(Swap swap, @Nullable AccountId here) {
        return swap.ring().payers().stream().anyMatch(payer -> !payer.person().equals(here));
    }
}
