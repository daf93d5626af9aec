package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.ListingRemoved;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.search.storage.IndexStream;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the indexer what became of a listing. Messages may come twice and overtake each other: each carries the version
 * that it speaks of, and the index keeps the highest.
 */
@Component
public class FeedIndex {
    private final Listings listings;
    private final ListingDocuments documents;
    private final IndexStream stream;

    FeedIndex(Listings listings, ListingDocuments documents, IndexStream stream) {
        this.listings = listings;
        this.documents = documents;
        this.stream = stream;
    }

    /** Tells of the listing as it is now. One that is not on offer any more has news of its own under way. */
    public Mono<Void> index(UUID listingId) {
        return listings.find(new ListingId(listingId))
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .flatMap(listing -> stream.add(documents.message(listing)))
                .then();
    }

    public Mono<Void> remove(UUID listingId, long version) {
        return stream.add(new ListingRemoved(listingId, version)).then();
    }
}
