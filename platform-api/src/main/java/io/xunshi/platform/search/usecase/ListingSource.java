package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Published listings. */
@Component
class ListingSource implements IndexSource {
    private final Listings listings;
    private final ListingDocuments documents;

    ListingSource(Listings listings, ListingDocuments documents) {
        this.listings = listings;
        this.documents = documents;
    }

    @Override
    public SearchIndex index() {
        return SearchIndex.LISTINGS;
    }

    @Override
    public Flux<IndexMessage> after(@Nullable UUID last, int limit) {
        return listings.publishedAfter(last == null ? null : new ListingId(last), limit)
                .map(documents::message);
    }
}
