package io.xunshi.platform.search.domain;

import io.xunshi.platform.search.domain.Facets.Count;
import java.util.List;
import java.util.Map;

/**
 * How many lots or demands there would be with each value of a facet, the most frequent first. The facet's own choice
 * does not narrow its counts. Values without results are left out.
 */
public record OfferFacets(Map<OfferFacet, List<Count>> counts) {
    public OfferFacets {
        counts = Map.copyOf(counts);
    }

    public List<Count> of(OfferFacet facet) {
        return counts.getOrDefault(facet, List.of());
    }
}
