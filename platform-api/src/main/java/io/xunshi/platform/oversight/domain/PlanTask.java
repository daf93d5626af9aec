package io.xunshi.platform.oversight.domain;

import java.util.List;
import java.util.Map;

/**
 * One of the 26 tasks of Annex 3 of the plan (重点任务).
 *
 * @param areas codes of the areas that have to carry it out; empty where it is the city's own
 * @param indicators numbers of the indicators that tell of it; the plan does not print which, this is our reading
 */
public record PlanTask(
        int no,
        String group,
        String text,
        List<String> leads,
        List<String> supporting,
        List<String> areas,
        List<Integer> indicators) {
    private static final Map<Integer, List<Integer>> INDICATORS_OF = Map.of(
            1,
            List.of(1, 2),
            2,
            List.of(4),
            3,
            List.of(3),
            11,
            List.of(9),
            13,
            List.of(12),
            14,
            List.of(5, 6),
            17,
            List.of(7, 8, 10, 11),
            21,
            List.of(13, 14));

    public PlanTask {
        leads = List.copyOf(leads);
        supporting = List.copyOf(supporting);
        areas = List.copyOf(areas);
        indicators = List.copyOf(indicators);
    }

    /** With the indicators that tell of it. */
    public static PlanTask printed(
            int no, String group, String text, List<String> leads, List<String> supporting, List<String> areas) {
        return new PlanTask(no, group, text, leads, supporting, areas, INDICATORS_OF.getOrDefault(no, List.of()));
    }
}
