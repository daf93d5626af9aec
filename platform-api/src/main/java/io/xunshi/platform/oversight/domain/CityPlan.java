package io.xunshi.platform.oversight.domain;

import io.xunshi.platform.oversight.domain.Indicator.Agreement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan for Zhengzhou's system of recycling waste materials (郑州市废旧物资循环利用体系建设实施方案 2022–2025), Annexes 1 and 2, with
 * its own sums and growth rates recomputed.
 */
public record CityPlan(List<Indicator> indicators, List<DistrictTarget> districts, Totals printed, Totals summed) {
    /** A growth rate stands behind the number that grows. */
    private static final Map<Integer, Integer> GROWTH_OF = Map.of(6, 5, 8, 7, 11, 10);

    public CityPlan {
        indicators = List.copyOf(indicators);
        districts = List.copyOf(districts);
    }

    /** The indicators with their growth rates checked. */
    public static List<Indicator> checked(List<Indicator> printed) {
        return printed.stream().map(indicator -> check(indicator, printed)).toList();
    }

    /** The growth rate of an indicator that grows; empty where none is printed. */
    public static Optional<Indicator> growthOf(Indicator grown, List<Indicator> all) {
        return all.stream()
                .filter(rate -> Integer.valueOf(grown.no()).equals(GROWTH_OF.get(rate.no())))
                .findFirst();
    }

    private static Indicator check(Indicator rate, List<Indicator> all) {
        return Optional.ofNullable(GROWTH_OF.get(rate.no()))
                .flatMap(no -> all.stream().filter(other -> other.no() == no).findFirst())
                .map(grown -> check(rate, grown))
                .orElse(rate);
    }

    private static Indicator check(Indicator rate, Indicator grown) {
        var base = grown.base();
        if (base == null) {
            return rate;
        }
        var derived = Indicator.growth(new BigDecimal(base), new BigDecimal(grown.target()));
        return new Indicator(
                rate.no(),
                rate.domain(),
                rate.name(),
                rate.unit(),
                rate.base(),
                rate.target(),
                rate.departments(),
                derived,
                Indicator.compare(new BigDecimal(rate.target()), derived),
                rate.note());
    }

    /** A printed indicator before anything was checked. */
    public static Indicator printed(
            int no,
            String domain,
            String name,
            String unit,
            Optional<String> base,
            String target,
            String departments,
            String note) {
        return new Indicator(
                no, domain, name, unit, base.orElse(null), target, departments, null, Agreement.NOT_DERIVABLE, note);
    }

    /** What one area shall build. */
    public record DistrictTarget(
            String code, String name, String group, long collectionPoints, long transferStations) {}

    /** Sums over the areas. */
    public record Totals(long collectionPoints, long transferStations) {}
}
