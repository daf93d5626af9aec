package io.xunshi.indexer.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds in a title what is worth suggesting: its phrases between spaces and punctuation, the whole, if short, and the
 * endings of Chinese phrases. In Chinese the thing itself stands last and nothing divides it from what stands before:
 * 书柜 of 实木书柜.
 */
final class Suggestions {
    private static final Pattern BETWEEN_PHRASES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 24;
    private static final int COUNT_MAX = 20;

    private Suggestions() {}

    static List<String> in(String title) {
        var phrases = BETWEEN_PHRASES.split(title);
        return Stream.of(
                        Arrays.stream(phrases),
                        Stream.of(title.strip()),
                        Arrays.stream(phrases).flatMap(Suggestions::endings))
                .flatMap(suggestions -> suggestions)
                .filter(phrase -> phrase.length() >= LENGTH_MIN && phrase.length() <= LENGTH_MAX)
                .filter(phrase -> phrase.codePoints().anyMatch(Character::isLetter))
                .distinct()
                .limit(COUNT_MAX)
                .toList();
    }

    private static Stream<String> endings(String phrase) {
        return phrase.length() <= LENGTH_MAX && phrase.codePoints().allMatch(Character::isIdeographic)
                ? IntStream.rangeClosed(1, phrase.length() - LENGTH_MIN).mapToObj(phrase::substring)
                : Stream.empty();
    }
}
