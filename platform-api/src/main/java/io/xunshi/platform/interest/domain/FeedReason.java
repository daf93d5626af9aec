package io.xunshi.platform.interest.domain;

import org.jspecify.annotations.Nullable;

/**
 * Why a listing stands where it stands; the points of all its reasons are what it is ranked by.
 *
 * @param code of the category or district that it is about; null where it is about neither
 */
public record FeedReason(Kind kind, int points, @Nullable String code) {

    public enum Kind {
        /** Its seller is followed. */
        FOLLOWED,
        /** The reader bought goods of its kind. */
        BOUGHT_CATEGORY,
        SAVED_CATEGORY,
        SEEN_CATEGORY,
        HOME_DISTRICT,
        NEAR_DISTRICT,
        /** It was published in the last thirty days. */
        FRESH
    }
}
