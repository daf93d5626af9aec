package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.RentalEvents.RentalPlaced;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.RentalState;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalDays;
import io.xunshi.platform.order.domain.RentalTimer;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.order.usecase.QuoteRental.Quote;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.Payments;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Rents: holds the days, freezes what was promised and its price, records the payment, all in one transaction; then
 * tells the payment provider. A provider that does not answer leaves the rental standing, and paying can be tried
 * again.
 */
@Component
public class PlaceRental {
    private static final int CODES = 1_000_000;

    private final RentalRepository rentals;
    private final QuoteRental quoteRental;
    private final Listings listings;
    private final Payments payments;
    private final EventPublisher events;
    private final RentalSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlaceRental(
            RentalRepository rentals,
            QuoteRental quoteRental,
            Listings listings,
            Payments payments,
            EventPublisher events,
            RentalSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.rentals = rentals;
        this.quoteRental = quoteRental;
        this.listings = listings;
        this.payments = payments;
        this.events = events;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises what {@link QuoteRental#quote} raises, {@link RentalProblem#DAYS_TAKEN}, {@link RentalProblem#OWN_LISTING}
     * or {@link RentalProblem#TOO_MANY_UNPAID}; nothing is held then.
     */
    public Mono<Rental> place(AccountId tenant, ListingId listingId, LocalDate first, LocalDate last) {
        return hold(tenant, listingId, first, last)
                .as(transaction::transactional)
                .delayUntil(this::tellProvider);
    }

    private Mono<Rental> hold(AccountId tenant, ListingId listingId, LocalDate first, LocalDate last) {
        var id = new RentalId(ids.next());
        return listings.find(listingId)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> !listing.seller().equals(tenant))
                .switchIfEmpty(Mono.error(RentalProblem.OWN_LISTING::raise))
                .flatMap(listing -> quoteRental.quote(listing, first, last))
                .delayUntil(quote -> checkUnpaid(tenant))
                .then(listings.book(listingId, tenant, id.value(), new DayRange(first, last)))
                .switchIfEmpty(Mono.error(RentalProblem.DAYS_TAKEN::raise))
                // What was booked is what is promised: the owner may have changed the terms since they were first read.
                .flatMap(listing ->
                        quoteRental.quote(listing, first, last).map(quote -> rental(id, tenant, listing, quote)))
                .delayUntil(rentals::add)
                .delayUntil(rental -> payments.request(
                        rental.id().value(),
                        PaymentPurpose.RENTAL,
                        tenant,
                        rental.total(),
                        "循市租借 " + rental.code() + " " + rental.snapshot().title()))
                .delayUntil(rental -> events.publish(new RentalPlaced(ids.next(), rental.placedAt(), rental.facts())));
    }

    private Mono<Void> checkUnpaid(AccountId tenant) {
        return rentals.countUnpaid(tenant)
                .filter(unpaid -> unpaid < settings.unpaidMax())
                .switchIfEmpty(Mono.error(() -> RentalProblem.TOO_MANY_UNPAID.raise(settings.unpaidMax())))
                .then();
    }

    private Rental rental(RentalId id, AccountId tenant, ListingView listing, Quote quote) {
        var now = clock.instant();
        var rental = new Rental(
                id,
                ShortCode.of('R', id.value()),
                RentalState.AWAITING_PAYMENT,
                listing.id().value(),
                tenant,
                listing.seller(),
                new RentalDays(quote.firstDay(), quote.lastDay()),
                quote.terms(),
                quote.rent(),
                FeeRule.RENTAL.feeOf(quote.rent()),
                FeeRule.RENTAL.id(),
                Money.fen(0),
                Money.fen(0),
                Snapshots.of(listing, listing.price()),
                code(),
                code(),
                0,
                null,
                null,
                now);
        return rental.until(RentalTimer.PAY.endFor(rental, now));
    }

    private String code() {
        return "%06d".formatted(random.nextInt(CODES));
    }

    private Mono<Void> tellProvider(Rental rental) {
        return payments.findByOrder(rental.id().value())
                .flatMap(payment -> payments.start(payment.id()))
                .then()
                .onErrorComplete();
    }
}
