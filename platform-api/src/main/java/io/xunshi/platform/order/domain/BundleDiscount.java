package io.xunshi.platform.order.domain;

import io.xunshi.platform.http.FieldFault;
import java.util.ArrayList;
import java.util.List;

/**
 * What a seller takes off for who buys several things at once, in percent of each price. Whoever takes more never gets
 * less; nothing at all is taken off by who never said otherwise.
 */
public record BundleDiscount(int fromTwo, int fromThree, int fromFive) {
    public static final BundleDiscount NONE = new BundleDiscount(0, 0, 0);

    /** More would be a slip of the finger. */
    public static final int PERCENT_MAX = 50;

    /** Empty for one that can be kept. */
    public List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        check("fromTwo", fromTwo, 0, faults);
        check("fromThree", fromThree, fromTwo, faults);
        check("fromFive", fromFive, fromThree, faults);
        return List.copyOf(faults);
    }

    public int percentFor(int things) {
        if (things >= 5) {
            return fromFive;
        }
        return things >= 3 ? fromThree : things >= 2 ? fromTwo : 0;
    }

    private static void check(String field, int percent, int atLeast, List<FieldFault> faults) {
        if (percent < 0 || percent > PERCENT_MAX) {
            faults.add(new FieldFault(field, "bundle.field.percent-range"));
        } else if (percent < atLeast) {
            faults.add(new FieldFault(field, "bundle.field.more-gets-less"));
        }
    }
}
