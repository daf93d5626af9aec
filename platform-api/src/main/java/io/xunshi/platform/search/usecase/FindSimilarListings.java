package io.xunshi.platform.search.usecase;

import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.listing.SimilarListings;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.ListingIndex;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what somebody who wanted one thing might take instead. */
@Component
public class FindSimilarListings implements SimilarListings {
    /** Whoever is refused waits no longer than this to hear what else there is. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final ListingIndex index;
    private final Listings listings;

    FindSimilarListings(ListingIndex index, Listings listings) {
        this.index = index;
        this.listings = listings;
    }

    /**
     * Raises {@link ListingProblem#NOT_FOUND}, for a draft too: it is nobody's business. Empty while the engine is
     * down.
     */
    public Mono<List<ListingCard>> find(ListingId id, int limit) {
        return listings.find(id)
                .filter(listing -> listing.state() != ListingState.DRAFT)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .flatMap(listing -> index.findSimilar(listing, limit))
                .onErrorResume(EngineFailure.class, failure -> Mono.just(List.of()));
    }

    @Override
    public Mono<List<ListingCard>> similarTo(ListingId id, int limit) {
        return find(id, limit).timeout(PATIENCE).onErrorReturn(List.of());
    }
}
