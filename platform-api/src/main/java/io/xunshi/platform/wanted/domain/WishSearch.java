package io.xunshi.platform.wanted.domain;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.search.SearchFor;
import io.xunshi.platform.search.SearchFor.Around;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wish as a search, so that what fits it is what its owner would find. */
public final class WishSearch {
    private final Catalog catalog;

    public WishSearch(Catalog catalog) {
        this.catalog = catalog;
    }

    public SearchFor searchFor(Wish wish) {
        var maxPrice = wish.maxPrice();
        return new SearchFor(
                wish.words(),
                List.of(wish.categoryCode()),
                wish.withinKm() == null ? districtOf(wish) : List.of(),
                conditionsOf(wish.leastCondition()),
                null,
                maxPrice == null ? null : maxPrice.amount(),
                around(wish));
    }

    /** What the search does not ask: whether the thing's answers are those that are looked for. */
    public static boolean isAnsweredBy(Wish wish, ListingView listing) {
        return listing.attributes().entrySet().containsAll(wish.answers().entrySet());
    }

    /** The leaves that it may be listed under. */
    public List<String> leavesOf(String category) {
        return catalog.categories().stream()
                .filter(Category::isLeaf)
                .filter(leaf -> leaf.code().equals(category) || category.equals(leaf.parent()))
                .map(Category::code)
                .toList();
    }

    /** The categories whose wishes a thing of this one may fulfil: itself, its root, and a root's leaves. */
    public List<String> kinOf(String category) {
        var root = catalog.category(category).map(Category::parent);
        return Stream.concat(Stream.concat(Stream.of(category), root.stream()), leavesOf(category).stream())
                .distinct()
                .toList();
    }

    /** Those that are as good or better; none where any will do. */
    public List<String> conditionsOf(@Nullable String least) {
        return catalog.conditionGrade(least == null ? "" : least).stream()
                .flatMap(worst -> catalog.conditionGrades().stream().filter(grade -> grade.rank() <= worst.rank()))
                .map(ConditionGrade::code)
                .toList();
    }

    private static List<String> districtOf(Wish wish) {
        var district = wish.districtCode();
        return district == null ? List.of() : List.of(district);
    }

    private @Nullable Around around(Wish wish) {
        var district = wish.districtCode();
        var km = wish.withinKm();
        return district == null || km == null
                ? null
                : catalog.district(district).map(centre -> around(centre, km)).orElse(null);
    }

    private static Around around(District centre, int km) {
        return new Around(centre.lat(), centre.lon(), km);
    }
}
