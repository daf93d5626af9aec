package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.DecidedBounds;
import io.xunshi.platform.messaging.domain.OfferBounds;
import io.xunshi.platform.messaging.storage.OfferBoundsRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Lets a seller decide beforehand about the offers for a listing, be it only a draft. For anybody else there is nothing
 * to see. Offers that wait already are left to the seller in person.
 */
@Component
public class ChooseOfferBounds {
    private final OfferBoundsRepository bounds;
    private final Listings listings;

    ChooseOfferBounds(OfferBoundsRepository bounds, Listings listings) {
        this.bounds = bounds;
        this.listings = listings;
    }

    public Mono<DecidedBounds> find(AccountId person, ListingId listing) {
        return checkOwn(person, listing).then(bounds.find(listing));
    }

    /** Raises {@link HttpProblem#STALE} where the version is not the newest any more. */
    @Transactional
    public Mono<DecidedBounds> choose(AccountId person, ListingId listing, long version, OfferBounds wanted) {
        var faults = wanted.faults();
        return checkOwn(person, listing)
                .then(faults.isEmpty() ? Mono.empty() : Mono.error(FieldFault.refuse(faults)))
                .then(bounds.save(listing, wanted, version))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    private Mono<Void> checkOwn(AccountId person, ListingId listing) {
        return listings.isOf(listing, person)
                .filter(isOwn -> isOwn)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .then();
    }
}
