package io.xunshi.platform.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a standard that can be checked: <code>inclusion_pct&lt;=0.8</code>.
 *
 * @param attribute in its own unit, see {@link QualityAttribute#unit}
 * @param least null where there is none
 * @param most null where there is none
 */
public record QualityBound(
        String attribute,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most) {

    public boolean holds(BigDecimal value) {
        return (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }
}
