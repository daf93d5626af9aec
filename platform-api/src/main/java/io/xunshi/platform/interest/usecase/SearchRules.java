package io.xunshi.platform.interest.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.search.SearchFor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which searches can be saved: those that the search page could show. Names all faults at once. */
final class SearchRules {
    private static final double LAT_MAX = 90;
    private static final double LON_MAX = 180;

    private final Catalog catalog;

    SearchRules(Catalog catalog) {
        this.catalog = catalog;
    }

    List<FieldFault> faultsOf(SearchFor search) {
        var faults = new ArrayList<FieldFault>();
        check(faults, areKnown(search.categories(), catalog::category), "category", "unknown");
        check(faults, areKnown(search.districts(), catalog::district), "district", "unknown");
        check(faults, areKnown(search.conditions(), catalog::conditionGrade), "condition", "unknown");
        var min = search.minPriceFen();
        var max = search.maxPriceFen();
        check(faults, min == null || max == null || min <= max, "minPrice", "above-max-price");
        var around = search.around();
        check(
                faults,
                around == null || Math.abs(around.lat()) <= LAT_MAX && Math.abs(around.lon()) <= LON_MAX,
                "near",
                "nowhere");
        return List.copyOf(faults);
    }

    private static boolean areKnown(List<String> codes, Function<String, Optional<?>> lookup) {
        return codes.stream().allMatch(code -> lookup.apply(code).isPresent());
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault("criteria." + field, "interest.field." + rule));
        }
    }
}
