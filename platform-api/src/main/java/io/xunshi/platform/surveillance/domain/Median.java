package io.xunshi.platform.surveillance.domain;

import java.util.Collection;

/** The middle of some numbers, or what is half way between the two in the middle. */
final class Median {
    private Median() {}

    /** @param numbers at least one */
    static double of(Collection<? extends Number> numbers) {
        var sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
