package io.xunshi.platform.interest.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** A saved search that finds a listing. */
public record SearchMatch(SavedSearch search, ListingView listing) {
    /** At once before once a day; then who wants to hear more; then the older one. */
    private static final Comparator<SearchMatch> STRONGEST_FIRST = Comparator.comparing(
                    (SearchMatch match) -> match.search.alerts() != Alerts.INSTANT)
            .thenComparing(match -> !match.search.priceDrops())
            .thenComparing(match -> match.search.savedAt())
            .thenComparing(match -> match.search.id());

    /**
     * One match for each person and listing, however many of the person's searches find it; by {@link #news}, then
     * person.
     */
    public static List<SearchMatch> oneForEachPerson(Collection<SearchMatch> matches) {
        return matches.stream()
                .collect(Collectors.toMap(
                        match -> new Told(match.search.account(), match.listing.id()),
                        match -> match,
                        BinaryOperator.minBy(STRONGEST_FIRST)))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (SearchMatch match) -> match.listing.id().value())
                        .thenComparing(match -> match.search.origin())
                        .thenComparing(match -> match.search.account().value()))
                .toList();
    }

    /** What is told in one piece. */
    public News news() {
        return new News(listing.id(), search.origin());
    }

    /** One kind of news about one listing. */
    public record News(ListingId listing, Origin origin) {}

    private record Told(AccountId account, ListingId listing) {}
}
