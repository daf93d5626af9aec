package io.xunshi.platform.search;

import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.http.FieldFault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Tells which searches find a lot or a demand. Raises {@link SearchProblem#UNAVAILABLE} while the engine does not
 * answer.
 */
public interface ReverseOfferSearch {

    /** What of a search means nothing, by its parameter; empty where it can be asked. */
    List<FieldFault> faultsOf(OfferSearchFor search);

    /** The version in which each of them can be found now; those that cannot be found are left out. */
    Mono<Map<UUID, Long>> findableVersions(OfferSide side, Collection<UUID> offers);

    /**
     * Which of them each search finds: those, and only those, that the search itself has among its results now.
     *
     * @param searches of that side, by any name that the caller likes
     * @return under the same names; searches that find none of them are left out
     */
    Mono<Map<UUID, Set<UUID>>> match(OfferSide side, Map<UUID, OfferSearchFor> searches, Collection<UUID> offers);
}
