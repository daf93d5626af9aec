package io.xunshi.platform.search.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.search.OfferSearchFor;
import io.xunshi.platform.search.domain.OfferCriteria.Days;
import io.xunshi.platform.search.domain.OfferCriteria.Range;
import java.util.ArrayList;
import java.util.List;

/** Which searches for lots and demands mean something. Names all faults at once. */
public final class OfferSearchRules {
    private OfferSearchRules() {}

    public static List<FieldFault> faultsOf(OfferSearchFor search) {
        var faults = new ArrayList<FieldFault>();
        var quantity = new Range(search.minQuantity(), search.maxQuantity());
        var price = new Range(search.minPrice(), search.maxPrice());
        check(faults, !quantity.isUpsideDown(), "minQuantity", "above-max-quantity");
        check(faults, !price.isUpsideDown(), "minPrice", "above-max-price");
        check(faults, !new Days(search.from(), search.to()).isUpsideDown(), "from", "after-to");
        check(
                faults,
                search.quality().stream().map(QualityWish::parse).allMatch(wish -> wish.isPresent()),
                "quality",
                "quality");
        return List.copyOf(faults);
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(new FieldFault(field, "search.field." + rule));
        }
    }
}
