package io.xunshi.platform.search;

import io.xunshi.platform.listing.ListingId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells which searches find a listing. Raises {@link SearchProblem#UNAVAILABLE} while the engine does not answer. */
public interface ReverseSearch {

    /** The version in which each of the listings can be found now; those that cannot be found are left out. */
    Mono<Map<ListingId, Long>> findableVersions(Collection<ListingId> listings);

    /**
     * Which of the listings each search finds: those, and only those, that the search itself has among its results now.
     *
     * @param searches by any name that the caller likes
     * @return under the same names; searches that find none of them are left out
     */
    Mono<Map<UUID, Set<ListingId>>> match(Map<UUID, SearchFor> searches, Collection<ListingId> listings);
}
