package io.xunshi.platform.oversight.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far an indicator has come, as the platform's own data say: <code>(x - base) / (target - base)</code>. They cover
 * what went through the platform, and the plan the whole city: so it is a lower bound.
 *
 * @param value in the indicator's unit
 * @param percent of the way from base to target, below zero where it is less than the base; null where the plan prints
 *     no number to compare with
 * @param byArea grams or things by area; empty for a growth rate, which is one number
 */
public record PlanProgress(
        int indicator, BigDecimal value, @Nullable BigDecimal percent, SortedMap<String, Long> byArea) {
    private static final BigDecimal GRAMS_OF_TEN_THOUSAND_TONNES = BigDecimal.TEN.pow(10);
    private static final String TEN_THOUSAND_TONNES = "万吨";
    private static final int DIGITS_OF_TONNES = 6;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public PlanProgress {
        byArea = Collections.unmodifiableSortedMap(new TreeMap<>(byArea));
    }

    /** Of an indicator that is counted. */
    public static PlanProgress counted(Indicator indicator, Map<String, Long> byArea) {
        var sum = BigDecimal.valueOf(byArea.values().stream().reduce(0L, Math::addExact));
        var value = indicator.unit().equals(TEN_THOUSAND_TONNES)
                ? sum.divide(GRAMS_OF_TEN_THOUSAND_TONNES, DIGITS_OF_TONNES, RoundingMode.HALF_UP)
                : sum;
        return new PlanProgress(indicator.no(), value, percent(value, indicator), new TreeMap<>(byArea));
    }

    /** Of a growth rate, from the base of what grows to what it came to; empty where that has no base. */
    public static Optional<PlanProgress> grown(Indicator rate, Indicator grown, BigDecimal value) {
        return Optional.ofNullable(grown.base())
                .map(base -> Indicator.growth(new BigDecimal(base), value))
                .map(growth -> new PlanProgress(rate.no(), growth, percent(growth, rate), new TreeMap<>()));
    }

    /** A range is met by its lower end. */
    private static @Nullable BigDecimal percent(BigDecimal value, Indicator indicator) {
        var target = indicator.target().split("-", 2)[0];
        if (!target.matches("\\d+(\\.\\d+)?")) {
            return null;
        }
        var base = indicator.base() == null ? BigDecimal.ZERO : new BigDecimal(indicator.base());
        var way = new BigDecimal(target).subtract(base);
        return way.signum() == 0 ? null : value.subtract(base).multiply(WHOLE).divide(way, 1, RoundingMode.HALF_UP);
    }
}
