package io.xunshi.platform.catalog;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long goods of a category are safely used (安全使用年限).
 *
 * @param years from the year in which the thing was bought new
 * @param sourceZh the standard that says so
 */
public record ServiceLife(int years, String sourceZh, String sourceEn) {
    private static final String YEAR = "\\d{4}";

    /**
     * The year from which the life of a thing is counted: the earliest that its owner states. Nobody buys a thing
     * before it is made, so who states the one in place of the other gains nothing. Empty where no year is stated.
     *
     * @param attributes answers to the category's questions
     */
    public static OptionalInt beginsIn(Map<String, String> attributes) {
        return yearsIn(attributes).min();
    }

    /** The years of make and of purchase that its owner states. */
    public static IntStream yearsIn(Map<String, String> attributes) {
        return Stream.of("made_year", "year")
                .map(attribute -> attributes.getOrDefault(attribute, ""))
                .filter(answer -> answer.matches(YEAR))
                .mapToInt(Integer::parseInt);
    }
}
