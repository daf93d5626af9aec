package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalEvents;
import io.xunshi.platform.order.RentalEvents.RentalCancellationBegun;
import io.xunshi.platform.order.RentalEvents.RentalCancelled;
import io.xunshi.platform.order.RentalEvents.RentalDamageClaimed;
import io.xunshi.platform.order.RentalEvents.RentalDamageContested;
import io.xunshi.platform.order.RentalEvents.RentalExpired;
import io.xunshi.platform.order.RentalEvents.RentalHandedOver;
import io.xunshi.platform.order.RentalEvents.RentalOverdue;
import io.xunshi.platform.order.RentalEvents.RentalPaid;
import io.xunshi.platform.order.RentalEvents.RentalPaymentAccepted;
import io.xunshi.platform.order.RentalEvents.RentalReturned;
import io.xunshi.platform.order.RentalEvents.RentalSettled;
import io.xunshi.platform.order.RentalEvents.RentalSettlementBegun;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.domain.RentalStep;
import io.xunshi.platform.order.domain.RentalTimer;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes one step of a rental inside the caller's transaction: the state, the days, the money and the news change
 * together, or nothing does. What a state means for thing and money is said here and nowhere else.
 */
@Component
class MoveRental {
    private final RentalRepository rentals;
    private final MoveExtension moveExtension;
    private final Listings listings;
    private final Payments payments;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    MoveRental(
            RentalRepository rentals,
            MoveExtension moveExtension,
            Listings listings,
            Payments payments,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.rentals = rentals;
        this.moveExtension = moveExtension;
        this.listings = listings;
        this.payments = payments;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Rental> move(Rental rental, RentalState to, RentalCause cause) {
        return move(rental, to, cause, null);
    }

    /** Raises {@link RentalProblem#WRONG_STATE} where the rental has moved on meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Rental> move(Rental rental, RentalState to, RentalCause cause, @Nullable String reason) {
        if (!rental.state().next().contains(to)) {
            return Mono.error(RentalProblem.WRONG_STATE.raise());
        }
        var now = clock.instant();
        var deadline =
                RentalTimer.of(to).map(timer -> timer.endFor(rental, now)).orElse(null);
        return rentals.move(rental.id(), rental.state(), new RentalStep(to, now, cause, reason), deadline)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(moved -> consequences(rental.state(), moved, now))
                .delayUntil(moved -> events.publish(news(moved, now)))
                .flatMap(this::settledAtOnce);
    }

    /** Charges the owner's share to the deposit and shares out everything. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Rental> settle(Rental rental, Money lateFee, Money damage, RentalCause cause) {
        return settle(rental, lateFee, damage, cause, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Rental> settle(Rental rental, Money lateFee, Money damage, RentalCause cause, @Nullable String reason) {
        return rentals.charge(rental.id(), lateFee, damage)
                .then(Mono.defer(() -> move(rental, RentalState.SETTLING, cause, reason)));
    }

    private Mono<Void> consequences(RentalState from, Rental rental, Instant now) {
        var id = rental.id().value();
        return switch (rental.state()) {
            case COLLECTING -> ofPayment(rental, payments::wantCaptured);
            case PAID -> payments.setDepositAside(id, rental.deposit());
            case OVERDUE -> moveExtension.endOpen(rental);
            case RETURNED -> moveExtension.endOpen(rental).then(endBooking(rental, now));
            case SETTLING -> shareOut(rental).then(endBookingOfLost(from, rental, now));
            case EXPIRED -> listings.releaseDays(listing(rental), id);
            case CANCELLED, CANCELLING ->
                listings.releaseDays(listing(rental), id)
                        .then(undoDeposit(from, rental))
                        .then(Mono.defer(() -> ofPayment(rental, payments::wantGivenBack)));
            case AWAITING_PAYMENT, HANDED_OVER, DAMAGE_CLAIMED, CONTESTED, SETTLED -> Mono.empty();
        };
    }

    /** Rent to the owner less the fee; the deposit to both as it was settled. The rental is the refund's one reason. */
    private Mono<Void> shareOut(Rental rental) {
        var id = rental.id().value();
        var back = rental.depositBack();
        return payments.releaseEscrow(id, rental.owner(), rental.rent(), rental.fee())
                .then(payments.endDeposit(id, back, rental.owner(), rental.kept()))
                .then(Mono.defer(() -> back.isPositive() ? payments.refund(id, back, id) : Mono.empty()));
    }

    /** What never came back must not keep its listing locked for ever. */
    private Mono<Void> endBookingOfLost(RentalState from, Rental rental, Instant now) {
        return from == RentalState.OVERDUE ? endBooking(rental, now) : Mono.empty();
    }

    private Mono<Void> endBooking(Rental rental, Instant now) {
        var today = RentalDays.dayOf(now);
        return listings.endBooking(listing(rental), rental.id().value(), today)
                .then(moveExtension.endBookings(rental, today));
    }

    private Mono<Void> undoDeposit(RentalState from, Rental rental) {
        return from == RentalState.PAID
                ? payments.endDeposit(rental.id().value(), rental.deposit(), rental.owner(), Money.fen(0))
                : Mono.empty();
    }

    /** Where nothing of the deposit goes back, nothing needs to be waited for. */
    private Mono<Rental> settledAtOnce(Rental rental) {
        return rental.state() == RentalState.SETTLING && !rental.depositBack().isPositive()
                ? move(rental, RentalState.SETTLED, RentalCause.MONEY_SETTLED)
                : Mono.just(rental);
    }

    private Mono<Void> ofPayment(Rental rental, Function<PaymentId, Mono<Void>> wish) {
        return payments.findByOrder(rental.id().value()).map(PaymentView::id).flatMap(wish);
    }

    private RentalEvents news(Rental rental, Instant now) {
        var id = ids.next();
        var facts = rental.facts();
        return switch (rental.state()) {
            case COLLECTING -> new RentalPaymentAccepted(id, now, facts);
            case PAID -> new RentalPaid(id, now, facts);
            case HANDED_OVER -> new RentalHandedOver(id, now, facts);
            case OVERDUE -> new RentalOverdue(id, now, facts);
            case RETURNED -> new RentalReturned(id, now, facts);
            case DAMAGE_CLAIMED -> new RentalDamageClaimed(id, now, facts);
            case CONTESTED -> new RentalDamageContested(id, now, facts);
            case SETTLING -> new RentalSettlementBegun(id, now, facts);
            case SETTLED -> new RentalSettled(id, now, facts);
            case EXPIRED -> new RentalExpired(id, now, facts);
            case CANCELLING -> new RentalCancellationBegun(id, now, facts);
            case CANCELLED -> new RentalCancelled(id, now, facts);
            case AWAITING_PAYMENT -> throw new IllegalStateException("Nothing leads back to AWAITING_PAYMENT");
        };
    }

    private static ListingId listing(Rental rental) {
        return new ListingId(rental.listingId());
    }

    /** Who asks, where it matters: a stranger's rental does not exist for them. */
    static Mono<Rental> visibleTo(AccountId person, Mono<Rental> found) {
        return found.filter(rental -> rental.concerns(person))
                .switchIfEmpty(Mono.error(RentalProblem.NOT_FOUND::raise));
    }
}
