package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.domain.OfferNews;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOffer.Turn;
import io.xunshi.platform.messaging.storage.PriceOfferRepository;
import io.xunshi.platform.messaging.usecase.TellOffers.Tale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Brings the unanswered offers for a listing in line with it. News of a listing says only that it should be looked at:
 * what counts is how it is now, so news may come late, twice, or in any order.
 */
@Component
public class FollowListing {
    private final PriceOfferRepository offers;
    private final Listings listings;
    private final TellOffers tellOffers;

    FollowListing(PriceOfferRepository offers, Listings listings, TellOffers tellOffers) {
        this.offers = offers;
        this.listings = listings;
        this.tellOffers = tellOffers;
    }

    @Transactional
    public Mono<Void> follow(UUID listingId) {
        var id = new ListingId(listingId);
        return offers.lock(id)
                .then(Mono.defer(() -> listings.find(id)))
                .flatMapMany(listing -> offers.findUnanswered(id)
                        .collectList()
                        .flatMapIterable(found -> found)
                        .concatMap(offer -> turn(offer, listing)))
                .collectList()
                .flatMap(tellOffers::tell);
    }

    private Mono<Tale> turn(PriceOffer offer, ListingView listing) {
        return Mono.justOrEmpty(offer.turnedBy(listing))
                .flatMap(turn -> offers.move(offer.id(), turn).map(moved -> new Tale(moved, newsOf(turn))));
    }

    private static OfferNews newsOf(Turn turn) {
        var cause = turn.cause();
        return cause == null ? OfferNews.CHANGED : OfferNews.of(cause);
    }
}
