package io.xunshi.platform.interest.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reader when their feed is made.
 *
 * @param district where they want to see goods of first; null where they have not chosen
 * @param categories what they care for, most first
 */
public record Interests(@Nullable String district, List<Liking> categories) {
    /** More kinds of goods than this are no preference. */
    public static final int CATEGORIES_MAX = 5;

    public Interests {
        categories = List.copyOf(categories);
    }

    /**
     * Ranks the kinds of goods: five points for each purchase, three for each saved item, one for each that was looked
     * at; among equals by code, so that the order is always the same.
     */
    public static Interests of(@Nullable String district, List<Traces> traces) {
        return new Interests(
                district,
                traces.stream()
                        .sorted(Comparator.comparingLong(Traces::points)
                                .reversed()
                                .thenComparing(Traces::category))
                        .limit(CATEGORIES_MAX)
                        .map(found -> new Liking(found.category(), found.strongest()))
                        .toList());
    }

    /** A kind of goods, and by what it is known that somebody cares for it. */
    public record Liking(String category, Source source) {}

    /** The strongest first. */
    public enum Source {
        BOUGHT,
        SAVED,
        SEEN
    }

    /** What somebody did with goods of one kind: how many they bought, saved and looked at. */
    public record Traces(String category, long bought, long saved, long seen) {
        private static final int BOUGHT_POINTS = 5;
        private static final int SAVED_POINTS = 3;

        long points() {
            return BOUGHT_POINTS * bought + SAVED_POINTS * saved + seen;
        }

        Source strongest() {
            if (bought > 0) {
                return Source.BOUGHT;
            }
            return saved > 0 ? Source.SAVED : Source.SEEN;
        }
    }
}
