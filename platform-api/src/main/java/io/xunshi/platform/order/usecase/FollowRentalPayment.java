package io.xunshi.platform.order.usecase;

import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.RentalCause;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Moves rentals as their money moves. Money that becomes ready after its hold has ended is taken if the days are still
 * ahead and free, and given back at once if they are not.
 */
@Component
public class FollowRentalPayment {
    private final RentalRepository rentals;
    private final MoveRental moveRental;
    private final Listings listings;
    private final Payments payments;
    private final Clock clock;

    FollowRentalPayment(
            RentalRepository rentals, MoveRental moveRental, Listings listings, Payments payments, Clock clock) {
        this.rentals = rentals;
        this.moveRental = moveRental;
        this.listings = listings;
        this.payments = payments;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> authorized(RentalId id) {
        return rentals.find(id).flatMap(rental -> switch (rental.state()) {
            case AWAITING_PAYMENT ->
                moveRental
                        .move(rental, RentalState.COLLECTING, RentalCause.PAID_IN_TIME)
                        .then();
            case EXPIRED -> revive(rental);
            case CANCELLED -> giveBack(rental);
            case COLLECTING,
                    PAID,
                    HANDED_OVER,
                    OVERDUE,
                    RETURNED,
                    DAMAGE_CLAIMED,
                    CONTESTED,
                    SETTLING,
                    SETTLED,
                    CANCELLING -> Mono.empty();
        });
    }

    @Transactional
    public Mono<Void> captured(RentalId id) {
        return onlyIn(RentalState.COLLECTING, id, RentalState.PAID, RentalCause.MONEY_IN_ESCROW);
    }

    /** Voided or refunded: either way the tenant has all of the money. */
    @Transactional
    public Mono<Void> givenBack(RentalId id) {
        return onlyIn(RentalState.CANCELLING, id, RentalState.CANCELLED, RentalCause.MONEY_RETURNED);
    }

    /** The tenant has their share of the deposit; the reason for that refund is the rental itself. */
    @Transactional
    public Mono<Void> depositGivenBack(RentalId id) {
        return onlyIn(RentalState.SETTLING, id, RentalState.SETTLED, RentalCause.MONEY_SETTLED);
    }

    private Mono<Void> onlyIn(RentalState from, RentalId id, RentalState to, RentalCause cause) {
        return rentals.find(id)
                .filter(rental -> rental.state() == from)
                .flatMap(rental -> moveRental.move(rental, to, cause))
                .then();
    }

    private Mono<Void> revive(Rental rental) {
        var days = rental.days();
        return days.first().isBefore(RentalDays.dayOf(clock.instant()))
                ? giveBack(rental)
                : listings.book(
                                new ListingId(rental.listingId()),
                                rental.tenant(),
                                rental.id().value(),
                                new DayRange(days.first(), days.last()))
                        .hasElement()
                        .flatMap(held -> held ? collectLate(rental) : giveBack(rental));
    }

    private Mono<Void> collectLate(Rental rental) {
        return moveRental
                .move(rental, RentalState.COLLECTING, RentalCause.PAID_LATE)
                .then();
    }

    private Mono<Void> giveBack(Rental rental) {
        return payments.findByOrder(rental.id().value()).map(PaymentView::id).flatMap(payments::wantGivenBack);
    }
}
