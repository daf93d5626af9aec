package io.xunshi.platform.order.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.domain.ExtensionTimer;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.domain.RentalExtension;
import io.xunshi.platform.order.storage.ExtensionRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.PaymentId;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Takes one step of an extension inside the caller's transaction; what a state means for days and money is said here.
 */
@Component
class MoveExtension {
    private final ExtensionRepository extensions;
    private final RentalRepository rentals;
    private final Listings listings;
    private final Payments payments;
    private final Clock clock;

    MoveExtension(
            ExtensionRepository extensions,
            RentalRepository rentals,
            Listings listings,
            Payments payments,
            Clock clock) {
        this.extensions = extensions;
        this.rentals = rentals;
        this.listings = listings;
        this.payments = payments;
        this.clock = clock;
    }

    /** Raises {@link RentalProblem#WRONG_STATE} where it has moved on meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<RentalExtension> move(Rental rental, RentalExtension extension, ExtensionState to) {
        if (!extension.state().next().contains(to)) {
            return Mono.error(RentalProblem.WRONG_STATE.raise());
        }
        var now = clock.instant();
        var deadline =
                ExtensionTimer.of(to).map(timer -> now.plus(timer.after())).orElse(null);
        return extensions
                .move(extension, to, deadline)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(moved -> consequences(rental, moved));
    }

    /** The money is here: it counts if the thing is still out in time, and is given back if it is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<RentalExtension> count(Rental rental, RentalExtension extension) {
        var rent = rental.rent().plus(extension.rent());
        var days = new RentalDays(rental.days().first(), extension.lastDay());
        return rentals.extend(rental.id(), days.last(), rent, FeeRule.RENTAL.feeOf(rent), RentalDays.endOf(days.last()))
                .flatMap(extended ->
                        move(rental, extension, extended ? ExtensionState.COUNTED : ExtensionState.GIVING_BACK));
    }

    /** What is under way ends with the rental. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> endOpen(Rental rental) {
        return extensions
                .findOf(rental.id())
                .concatMap(extension -> switch (extension.state()) {
                    case ASKED, AWAITING_PAYMENT -> move(rental, extension, ExtensionState.ENDED);
                    case COLLECTING -> move(rental, extension, ExtensionState.GIVING_BACK);
                    case COUNTED, GIVING_BACK, ENDED -> Mono.empty();
                })
                .then();
    }

    /** The days that were added end with the others. */
    @Transactional(propagation = Propagation.MANDATORY)
    Mono<Void> endBookings(Rental rental, LocalDate returnedOn) {
        return extensions
                .findOf(rental.id())
                .filter(extension -> extension.state() == ExtensionState.COUNTED)
                .concatMap(
                        extension -> listings.endBooking(new ListingId(rental.listingId()), extension.id(), returnedOn))
                .then();
    }

    private Mono<Void> consequences(Rental rental, RentalExtension extension) {
        return switch (extension.state()) {
            case AWAITING_PAYMENT ->
                payments.request(
                                extension.id(),
                                PaymentPurpose.RENTAL,
                                rental.tenant(),
                                extension.rent(),
                                "循市续租 " + rental.code() + " "
                                        + rental.snapshot().title())
                        .then();
            case COLLECTING -> ofPayment(extension, payments::wantCaptured);
            case COUNTED ->
                extension.rent().isPositive()
                        ? payments.moveEscrow(extension.id(), rental.id().value(), extension.rent())
                        : Mono.empty();
            case GIVING_BACK, ENDED ->
                listings.releaseDays(new ListingId(rental.listingId()), extension.id())
                        .then(Mono.defer(() -> ofPayment(extension, payments::wantGivenBack)));
            case ASKED -> throw new IllegalStateException("Nothing leads back to ASKED");
        };
    }

    private Mono<Void> ofPayment(RentalExtension extension, Function<PaymentId, Mono<Void>> wish) {
        return payments.findByOrder(extension.id()).map(PaymentView::id).flatMap(wish);
    }
}
