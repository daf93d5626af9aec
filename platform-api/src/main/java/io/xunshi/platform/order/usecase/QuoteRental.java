package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.DayRange;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.order.RentalProblem;
import io.xunshi.platform.order.domain.RentRule;
import io.xunshi.platform.order.domain.RentalDays;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what some days would cost, and whether they can be had. Nothing is held by asking. */
@Component
public class QuoteRental {
    private final Listings listings;
    private final RentalSettings settings;
    private final Clock clock;

    QuoteRental(Listings listings, RentalSettings settings, Clock clock) {
        this.listings = listings;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises {@link ListingProblem#NOT_FOUND}, {@link ListingProblem#NOT_FOR_RENT}, {@link RentalProblem#BAD_DAYS} or
     * {@link RentalProblem#WRONG_LENGTH}.
     */
    public Mono<Quote> quote(ListingId id, LocalDate first, LocalDate last) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> quote(listing, first, last))
                .flatMap(quote -> isFree(id, quote).map(quote::free));
    }

    /** The same without asking whether the days are free, which only taking them finds out. */
    Mono<Quote> quote(ListingView listing, LocalDate first, LocalDate last) {
        var terms = listing.rental();
        if (terms == null || listing.state() != ListingState.PUBLISHED) {
            return Mono.error(ListingProblem.NOT_FOR_RENT.raise());
        }
        var today = RentalDays.dayOf(clock.instant());
        if (first.isBefore(today) || last.isBefore(first) || last.isAfter(today.plusDays(settings.daysAhead()))) {
            return Mono.error(RentalProblem.BAD_DAYS.raise());
        }
        var days = new RentalDays(first, last);
        return days.count() < terms.minDays() || days.count() > terms.maxDays()
                ? Mono.error(RentalProblem.WRONG_LENGTH.raise(terms.minDays(), terms.maxDays()))
                : Mono.just(Quote.of(days, terms));
    }

    /** The buffer after the last day must be free too. */
    private Mono<Boolean> isFree(ListingId id, Quote quote) {
        var last = quote.lastDay().plusDays(quote.terms().bufferDays());
        return listings.busyDays(id, new DayRange(quote.firstDay(), last))
                .hasElements()
                .map(isBusy -> !isBusy);
    }

    /**
     * @param total rent and deposit: what is paid
     * @param isFree whether the days could be had at the moment of asking
     */
    public record Quote(
            LocalDate firstDay,
            LocalDate lastDay,
            int days,
            Money rent,
            Money deposit,
            Money total,
            RentalTerms terms,
            boolean isFree) {

        static Quote of(RentalDays days, RentalTerms terms) {
            var rent = RentRule.rentOf(terms, days.count());
            return new Quote(
                    days.first(),
                    days.last(),
                    days.count(),
                    rent,
                    terms.deposit(),
                    rent.plus(terms.deposit()),
                    terms,
                    true);
        }

        Quote free(boolean known) {
            return new Quote(firstDay, lastDay, days, rent, deposit, total, terms, known);
        }
    }
}
