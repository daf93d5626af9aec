package io.xunshi.platform.search.domain;

import java.util.List;

/**
 * How many results there would be with each value of a facet. The facet's own choice does not narrow its counts, so
 * that one can see what else there is. Values without results are left out, bands of prices are not.
 *
 * @param sent how many could be sent
 */
public record Facets(
        List<Count> categories, List<Count> districts, List<Count> conditions, List<BandCount> prices, long sent) {

    /** @param code of a category, a root among them, a district or a condition grade */
    public record Count(String code, long count) {}

    public record BandCount(PriceBand band, long count) {}
}
