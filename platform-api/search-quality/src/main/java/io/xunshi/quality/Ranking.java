package io.xunshi.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one search found for one query, the first first.
 *
 * @param found listings, at most {@link #DEPTH}
 * @param grades of what was found, in the same order
 * @param possible all grades that were given for the query
 */
record Ranking(List<String> found, List<Integer> grades, Collection<Integer> possible) {
    /** How far people look. */
    static final int DEPTH = 10;

    /** From this grade on a result is what was meant, and not something like it. */
    private static final int MEANT = 2;

    /**
     * Normalised discounted cumulative gain: 1 where the ten best stand in front in the best order, 0 where none of the
     * first ten is worth anything. A grade g gains 2^g-1, divided by the binary logarithm of its place plus one.
     */
    double ndcg() {
        var best = possible.stream().sorted(Comparator.reverseOrder()).toList();
        return best.isEmpty() ? 0 : gain(grades) / gain(best);
    }

    /** One divided by the place of the first result that was meant; 0 where there is none among the first ten. */
    double reciprocalRank() {
        return IntStream.range(0, Math.min(DEPTH, grades.size()))
                .filter(place -> grades.get(place) >= MEANT)
                .mapToDouble(place -> 1.0 / (place + 1))
                .findFirst()
                .orElse(0);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    private static double gain(List<Integer> grades) {
        return IntStream.range(0, Math.min(DEPTH, grades.size()))
                .mapToDouble(place -> (Math.pow(2, grades.get(place)) - 1) * Math.log(2) / Math.log(place + 2.0))
                .sum();
    }
}
