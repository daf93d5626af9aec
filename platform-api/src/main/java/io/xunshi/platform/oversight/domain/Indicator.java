package io.xunshi.platform.oversight.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One of the fourteen indicators of the city plan, as printed; and, for a growth rate, what the plan's own base and
 * target give.
 *
 * @param base printed for 2020; null where the plan has a dash
 * @param target printed for 2025
 * @param departments printed as responsible
 * @param derived percent, two decimals, half-up; null where nothing follows from other printed numbers
 */
public record Indicator(
        int no,
        String domain,
        String name,
        String unit,
        @Nullable String base,
        String target,
        String departments,
        @Nullable BigDecimal derived,
        Agreement agreement,
        String note) {

    /** Whether a printed growth rate follows from the printed base and target. */
    public enum Agreement {
        AGREES,
        /** The same whole number after rounding up; less than one point apart. */
        ROUNDED,
        DISAGREES,
        /** Nothing else is printed that it would follow from. */
        NOT_DERIVABLE
    }

    /** Growth from base to target in percent. */
    static BigDecimal growth(BigDecimal base, BigDecimal target) {
        return target.subtract(base).multiply(BigDecimal.valueOf(100)).divide(base, 2, RoundingMode.HALF_UP);
    }

    static Agreement compare(BigDecimal printed, BigDecimal derived) {
        if (printed.compareTo(derived) == 0) {
            return Agreement.AGREES;
        }
        return printed.subtract(derived).abs().compareTo(BigDecimal.ONE) < 0 ? Agreement.ROUNDED : Agreement.DISAGREES;
    }
}
