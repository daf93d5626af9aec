package io.xunshi.platform.listing;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What may console somebody who came too late. Declared here and answered by a later module, so that an earlier one can
 * ask without depending on it.
 */
public interface SimilarListings {

    /**
     * Listings that can be had instead, the most similar first, never the listing itself. Answers within a fraction of
     * a second and never fails: an empty list where nothing is found in time.
     */
    Mono<List<ListingCard>> similarTo(ListingId id, int limit);
}
