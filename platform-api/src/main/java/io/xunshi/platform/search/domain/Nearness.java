package io.xunshi.platform.search.domain;

import io.xunshi.platform.catalog.District;
import io.xunshi.platform.listing.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the areas of the city are from a place: to their centres, which is all that is known of where a lot lies.
 * What lies outside the city is at no distance that anybody knows.
 *
 * @param metres by area
 * @param within metres; null for any distance
 */
public record Nearness(
        SortedMap<String, Long> metres, @Nullable Long within) {
    public Nearness {
        metres = Collections.unmodifiableSortedMap(new TreeMap<>(metres));
    }

    public static Nearness from(Place place, List<District> districts, @Nullable Long within) {
        var metres = new TreeMap<String, Long>();
        districts.forEach(
                district -> metres.put(district.code(), place.metresTo(new Place(district.lat(), district.lon()))));
        return new Nearness(metres, within);
    }

    /** Whether an area is near enough; one outside the city is only where any distance will do. */
    public boolean reaches(String area) {
        var distance = metres.get(area);
        return within == null || distance != null && distance <= within;
    }

    /** All areas of the city. */
    public List<String> nearestFirst() {
        return metres.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The areas that are near enough. */
    public List<String> reached() {
        return metres.keySet().stream().filter(this::reaches).toList();
    }
}
