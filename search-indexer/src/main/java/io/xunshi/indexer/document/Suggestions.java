package io.xunshi.indexer.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a title what is worth suggesting: its phrases between spaces and punctuation, and the whole, if short. */
final class Suggestions {
    private static final Pattern BETWEEN_PHRASES = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LENGTH_MIN = 2;
    private static final int LENGTH_MAX = 24;
    private static final int COUNT_MAX = 12;

    private Suggestions() {}

    static List<String> in(String title) {
        return Stream.concat(Arrays.stream(BETWEEN_PHRASES.split(title)), Stream.of(title.strip()))
                .filter(phrase -> phrase.length() >= LENGTH_MIN && phrase.length() <= LENGTH_MAX)
                .filter(phrase -> phrase.codePoints().anyMatch(Character::isLetter))
                .distinct()
                .limit(COUNT_MAX)
                .toList();
    }
}
