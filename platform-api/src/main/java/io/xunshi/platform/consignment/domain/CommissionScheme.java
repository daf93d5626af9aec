package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.catalog.Category;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a point keeps of a sale (佣金方案), by kind of goods. A later version changes no agreement: each thing keeps the
 * rate of the day of its intake.
 *
 * @param usualPerMille thousandths of the price
 * @param perMilleOf by the code of a category; a leaf's stands before its root's
 */
public record CommissionScheme(int version, Instant effectiveFrom, int usualPerMille, Map<String, Integer> perMilleOf) {
    /** Above the platform's fee at every price, so that a point never pays for selling. */
    public static final int PER_MILLE_MIN = 50;

    public static final int PER_MILLE_MAX = 600;

    public CommissionScheme {
        perMilleOf = Map.copyOf(perMilleOf);
    }

    /** The rate for goods of a kind. */
    public int perMilleOf(Category category) {
        var ofLeaf = perMilleOf.get(category.code());
        var parent = category.parent();
        return ofLeaf != null || parent == null ? orUsual(ofLeaf) : orUsual(perMilleOf.get(parent));
    }

    /** Whether all rates are ones that may be agreed on. */
    public boolean isInRange() {
        return isInRange(usualPerMille) && perMilleOf.values().stream().allMatch(CommissionScheme::isInRange);
    }

    private int orUsual(@Nullable Integer rate) {
        return rate == null ? usualPerMille : rate;
    }

    private static boolean isInRange(int perMille) {
        return perMille >= PER_MILLE_MIN && perMille <= PER_MILLE_MAX;
    }
}
