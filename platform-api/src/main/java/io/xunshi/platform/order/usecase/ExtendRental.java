package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.ExtensionTimer;
import io.xunshi.platform.order.domain.RentRule;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.domain.RentalExtension;
import io.xunshi.platform.order.storage.ExtensionRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Lets a tenant keep a thing for longer: the days are held when the tenant asks, the owner consents, and it counts once
 * it is paid. Until then the rental ends when it was to end.
 */
@Component
public class ExtendRental {
    private final ExtensionRepository extensions;
    private final RentalRepository rentals;
    private final ChangeRental changeRental;
    private final MoveExtension moveExtension;
    private final Listings listings;
    private final Payments payments;
    private final RentalSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    ExtendRental(
            ExtensionRepository extensions,
            RentalRepository rentals,
            ChangeRental changeRental,
            MoveExtension moveExtension,
            Listings listings,
            Payments payments,
            RentalSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.extensions = extensions;
        this.rentals = rentals;
        this.changeRental = changeRental;
        this.moveExtension = moveExtension;
        this.listings = listings;
        this.payments = payments;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link RentalProblem#BAD_DAYS}, {@link RentalProblem#WRONG_LENGTH}, {@link RentalProblem#DAYS_TAKEN}, and
     * {@link RentalProblem#WRONG_STATE} where the thing is not out in time or another extension is under way.
     */
    @Transactional
    public Mono<Rental> ask(AccountId tenant, RentalId id, LocalDate lastDay) {
        return changeRental
                .by(RentalSide.TENANT, tenant, id)
                .filter(rental -> rental.state() == RentalState.HANDED_OVER)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .delayUntil(rental -> checkDays(rental, lastDay))
                .delayUntil(rental -> hold(rental, lastDay));
    }

    /** The owner lets the tenant pay for it; what costs nothing counts at once. */
    public Mono<Rental> consent(AccountId owner, RentalId id) {
        return answer(owner, id, this::consented).as(transaction::transactional).delayUntil(this::tellProvider);
    }

    @Transactional
    public Mono<Rental> refuse(AccountId owner, RentalId id) {
        return answer(owner, id, (rental, asked) -> moveExtension.move(rental, asked, ExtensionState.ENDED));
    }

    @Transactional
    public Mono<Void> authorized(UUID id) {
        return whole(id, ExtensionState.AWAITING_PAYMENT)
                .flatMap(whole -> moveExtension.move(whole.rental(), whole.extension(), ExtensionState.COLLECTING))
                .then();
    }

    @Transactional
    public Mono<Void> captured(UUID id) {
        return whole(id, ExtensionState.COLLECTING)
                .flatMap(whole -> moveExtension.count(whole.rental(), whole.extension()))
                .then();
    }

    /** Voided or refunded: either way the tenant has the money. */
    @Transactional
    public Mono<Void> givenBack(UUID id) {
        return whole(id, ExtensionState.GIVING_BACK)
                .flatMap(whole -> moveExtension.move(whole.rental(), whole.extension(), ExtensionState.ENDED))
                .then();
    }

    /** Ends the waiting if its time is up. */
    @Transactional
    public Mono<Void> runTimer(UUID id) {
        var now = clock.instant();
        return extensions
                .find(id)
                .filter(extension ->
                        extension.deadline() != null && !extension.deadline().isAfter(now))
                .flatMap(extension -> rentals.find(extension.rentalId())
                        .flatMap(rental -> ExtensionTimer.of(extension.state())
                                .map(timer -> runTimer(rental, extension, timer))
                                .orElseGet(Mono::empty)));
    }

    private Mono<Void> runTimer(Rental rental, RentalExtension extension, ExtensionTimer timer) {
        return timer.leadsTo() == extension.state()
                ? extensions
                        .prolong(extension.id(), clock.instant().plus(timer.after()))
                        .then(payments.findByOrder(extension.id()))
                        .flatMap(payment -> payments.wantGivenBack(payment.id()))
                : moveExtension.move(rental, extension, timer.leadsTo()).then();
    }

    private Mono<Whole> whole(UUID id, ExtensionState state) {
        return extensions
                .find(id)
                .filter(extension -> extension.state() == state)
                .flatMap(extension -> rentals.find(extension.rentalId()).map(rental -> new Whole(rental, extension)));
    }

    private Mono<Rental> answer(
            AccountId owner, RentalId id, BiFunction<Rental, RentalExtension, Mono<RentalExtension>> step) {
        return changeRental
                .by(RentalSide.OWNER, owner, id)
                .delayUntil(rental -> asked(rental).flatMap(asked -> step.apply(rental, asked)))
                .flatMap(rental -> rentals.find(id));
    }

    private Mono<RentalExtension> asked(Rental rental) {
        return extensions
                .findOf(rental.id())
                .filter(extension -> extension.state() == ExtensionState.ASKED)
                .next()
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise));
    }

    private Mono<RentalExtension> consented(Rental rental, RentalExtension asked) {
        return asked.rent().isPositive()
                ? moveExtension.move(rental, asked, ExtensionState.AWAITING_PAYMENT)
                : moveExtension.count(rental, asked);
    }

    private Mono<Void> checkDays(Rental rental, LocalDate lastDay) {
        var today = RentalDays.dayOf(clock.instant());
        if (!lastDay.isAfter(rental.days().last()) || lastDay.isAfter(today.plusDays(settings.daysAhead()))) {
            return Mono.error(RentalProblem.BAD_DAYS.raise());
        }
        var terms = rental.terms();
        return new RentalDays(rental.days().first(), lastDay).count() > terms.maxDays()
                ? Mono.error(RentalProblem.WRONG_LENGTH.raise(terms.minDays(), terms.maxDays()))
                : Mono.empty();
    }

    /** What is held already ends with the buffer; what is added begins behind it and ends with a buffer of its own. */
    private Mono<Void> hold(Rental rental, LocalDate lastDay) {
        var now = clock.instant();
        var whole = new RentalDays(rental.days().first(), lastDay);
        var more = RentRule.rentOf(rental.terms(), whole.count()).minus(rental.rent());
        var extension = new RentalExtension(
                ids.next(),
                rental.id(),
                ExtensionState.ASKED,
                lastDay,
                more,
                now.plus(ExtensionTimer.CONSENT.after()),
                now);
        var behind = rental.days().last().plusDays(1L + rental.terms().bufferDays());
        return extensions
                .add(extension)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(RentalProblem.WRONG_STATE::raise))
                .flatMap(added -> listings.book(
                        new ListingId(rental.listingId()),
                        rental.tenant(),
                        extension.id(),
                        new DayRange(behind, lastDay)))
                .switchIfEmpty(Mono.error(RentalProblem.DAYS_TAKEN::raise))
                .then();
    }

    private Mono<Void> tellProvider(Rental rental) {
        return extensions
                .findOf(rental.id())
                .filter(extension -> extension.state() == ExtensionState.AWAITING_PAYMENT)
                .next()
                .flatMap(extension -> payments.findByOrder(extension.id()))
                .flatMap(payment -> payments.start(payment.id()))
                .then()
                .onErrorComplete();
    }

    private record Whole(Rental rental, RentalExtension extension) {}
}
