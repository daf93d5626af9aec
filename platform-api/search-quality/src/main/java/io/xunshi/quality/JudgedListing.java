package io.xunshi.quality;

import java.util.Map;

/**
 * A listing of the set.
 *
 * @param id <code>L001</code> and on
 * @param attributes answers to the category's questions
 */
record JudgedListing(
        String id,
        String title,
        String description,
        String category,
        Map<String, String> attributes,
        String condition,
        String district,
        long yuan) {

    JudgedListing {
        attributes = Map.copyOf(attributes);
    }
}
