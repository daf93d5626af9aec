package io.xunshi.platform.oversight.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one rule of reporting areas (报告区规则). The plan's sixteen areas are twelve statutory districts and four zones (功能区)
 * that lie across some of them. Each thing counts in the one area that it names itself: in a zone, and then not in the
 * district below it, or in a district. What names none of the sixteen stands apart and counts for the city alone. So
 * the city is the sum of all, and nothing counts twice. What a statutory district comes to with its parts of zones is
 * not recorded; it lies between the district's own figure and that with all of every zone across it.
 */
public final class ReportingRule {
    /** Under what stands what names no area. */
    public static final String NO_AREA = "";

    /** The zones, and the districts that each lies across. */
    private static final Map<String, Set<String>> ZONES = Map.of(
            "ZZ-ZD", Set.of("ZZ-JS", "ZZ-GC", "ZZ-ZM"),
            "ZZ-GX", Set.of("ZZ-ZY"),
            "ZZ-JK", Set.of("ZZ-GC", "ZZ-ZM"),
            "ZZ-HKG", Set.of("ZZ-XZ", "ZZ-ZM"));

    private ReportingRule() {}

    /**
     * Figures by area.
     *
     * @param named by whatever code things name
     * @param areas the codes of all areas
     */
    public static Map<String, Long> byArea(Map<String, Long> named, Set<String> areas) {
        var figures = new TreeMap<String, Long>();
        areas.forEach(area -> figures.put(area, 0L));
        named.forEach((code, amount) -> figures.merge(areas.contains(code) ? code : NO_AREA, amount, Math::addExact));
        return figures;
    }

    /** The most that a statutory district can come to: its own and all of every zone across it; of a zone its own. */
    public static long most(String area, Map<String, Long> figures) {
        return ZONES.entrySet().stream()
                .filter(zone -> zone.getValue().contains(area))
                .mapToLong(zone -> figures.getOrDefault(zone.getKey(), 0L))
                .reduce(figures.getOrDefault(area, 0L), Math::addExact);
    }

    /** The districts that a zone lies across; empty for a district. */
    public static Set<String> districtsUnder(String area) {
        return ZONES.getOrDefault(area, Set.of());
    }
}
