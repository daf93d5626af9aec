package io.xunshi.platform.search.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param <F> what is counted by facet
 * @param total how many there are on all pages; a lower bound where it is not exact
 * @param facets only on the first page
 * @param next where the next page begins; null on the last
 * @param degraded whether the engine is down, and these are only the newest that fit the facets
 */
public record SearchResult<F>(
        List<ResultJson> items,
        long total,
        boolean totalIsExact,
        @Nullable F facets,
        @Nullable SearchCursor next,
        boolean degraded) {

    public SearchResult {
        items = List.copyOf(items);
    }
}
