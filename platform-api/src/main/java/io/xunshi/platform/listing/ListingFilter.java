package io.xunshi.platform.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which listings are wanted. An empty list and an absent bound allow everything.
 *
 * @param categoryCodes leaves of the tree
 * @param minPriceFen inclusive
 * @param maxPriceFen inclusive
 * @param onlyToSwap leaves out what is not open to swaps
 * @param onlyToSend leaves out what is only handed over in person
 */
public record ListingFilter(
        List<String> categoryCodes,
        List<String> districtCodes,
        List<String> conditionCodes,
        @Nullable Long minPriceFen,
        @Nullable Long maxPriceFen,
        boolean onlyToSwap,
        boolean onlyToSend) {

    public ListingFilter {
        categoryCodes = List.copyOf(categoryCodes);
        districtCodes = List.copyOf(districtCodes);
        conditionCodes = List.copyOf(conditionCodes);
    }
}
