package io.xunshi.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks for, in whatever order. Within one list any of the values suffices; an empty list and an absent
 * bound allow everything.
 *
 * @param words as typed; empty to look at everything
 * @param categories codes of leaves or of roots, which include their leaves
 * @param minPriceFen inclusive
 * @param maxPriceFen inclusive
 * @param around null where it does not matter how far away things are
 */
public record SearchFor(
        String words,
        List<String> categories,
        List<String> districts,
        List<String> conditions,
        @Nullable Long minPriceFen,
        @Nullable Long maxPriceFen,
        @Nullable Around around) {

    public SearchFor {
        categories = List.copyOf(categories);
        districts = List.copyOf(districts);
        conditions = List.copyOf(conditions);
    }

    /** Not farther from a place than so many kilometres; the place in degrees (WGS 84). */
    public record Around(double lat, double lon, double withinKm) {}
}
