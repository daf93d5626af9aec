package io.xunshi.quality;

import io.xunshi.quality.JudgedQuery.Half;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured.
 *
 * @param searches names, ours first
 * @param answers what each search found for each query of the set, in the set's order
 */
record Report(JudgedSet set, List<String> searches, Map<JudgedQuery, Map<String, Ranking>> answers) {
    private static final int WORST = 10;

    /**
     * Means over some queries.
     *
     * @param empty the part of the queries that found nothing
     */
    record Figures(double ndcg, double reciprocalRank, double empty) {}

    Figures figures(String search, Predicate<JudgedQuery> which) {
        return new Figures(
                mean(search, which, Ranking::ndcg),
                mean(search, which, Ranking::reciprocalRank),
                mean(search, which, ranking -> ranking.isEmpty() ? 1 : 0));
    }

    /** For people. */
    String table() {
        var heading = line("nDCG@10 (MRR, nothing found)", search -> search);
        var rows = groups().entrySet().stream()
                .map(group -> line(group.getKey(), search -> cell(figures(search, group.getValue()))));
        var worst = worst().map(query -> String.format(
                Locale.ROOT,
                "%.2f  %-15s %s",
                ranking(query, searches.getFirst()).ndcg(),
                query.kind(),
                query.words()));
        return Stream.of(
                        Stream.of(set.queries().size() + " queries over "
                                + set.listings().size() + " listings"),
                        Stream.of("", heading),
                        rows,
                        Stream.of("", "Our worst queries of the half \"tune\""),
                        worst)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** For programs: the same figures, and each query with what each search found. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("listings", set.listings().size());
        json.put("queries", set.queries().size());
        json.put("figures", bySearch(search -> {
            var figures = new LinkedHashMap<String, Figures>();
            groups().forEach((name, which) -> figures.put(name, figures(search, which)));
            return figures;
        }));
        json.put("worst", worst().map(JudgedQuery::id).toList());
        json.put("answers", set.queries().stream().map(this::answer).toList());
        return json;
    }

    private Map<String, Object> answer(JudgedQuery query) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("query", query);
        answer.put("ndcg", bySearch(search -> ranking(query, search).ndcg()));
        answer.put("found", bySearch(search -> ranking(query, search).found()));
        return answer;
    }

    private Map<String, Object> bySearch(Function<String, Object> value) {
        var values = new LinkedHashMap<String, Object>();
        searches.forEach(search -> values.put(search, value.apply(search)));
        return values;
    }

    /** All queries, the halves, and the kinds in the set's order. */
    private Map<String, Predicate<JudgedQuery>> groups() {
        var groups = new LinkedHashMap<String, Predicate<JudgedQuery>>();
        groups.put("all", _ -> true);
        for (var half : Half.values()) {
            groups.put(half.label(), query -> query.half() == half);
        }
        set.queries().stream()
                .map(JudgedQuery::kind)
                .distinct()
                .forEach(kind -> groups.put(kind, query -> query.kind().equals(kind)));
        return groups;
    }

    /** Those of the other half are not shown: whoever mends what he sees there has no other half any more. */
    private Stream<JudgedQuery> worst() {
        return set.queries().stream()
                .filter(query -> query.half() == Half.TUNE)
                .sorted(Comparator.comparingDouble(
                        query -> ranking(query, searches.getFirst()).ndcg()))
                .limit(WORST);
    }

    private double mean(String search, Predicate<JudgedQuery> which, ToDoubleFunction<Ranking> value) {
        return set.queries().stream()
                .filter(which)
                .mapToDouble(query -> value.applyAsDouble(ranking(query, search)))
                .average()
                .orElse(Double.NaN);
    }

    private Ranking ranking(JudgedQuery query, String search) {
        return Objects.requireNonNull(Objects.requireNonNull(answers.get(query)).get(search));
    }

    private String line(String name, UnaryOperator<String> cellOf) {
        return Stream.concat(
                        Stream.of(String.format(Locale.ROOT, "%-29s", name)),
                        searches.stream().map(search -> String.format(Locale.ROOT, "%-23s", cellOf.apply(search))))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    private static String cell(Figures figures) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f, %.1f %%)", figures.ndcg(), figures.reciprocalRank(), 100 * figures.empty());
    }
}
