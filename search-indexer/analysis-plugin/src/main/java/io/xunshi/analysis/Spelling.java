package io.xunshi.analysis;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Latin words that the market knows, and the one that somebody meant who slipped on a key. */
final class Spelling {
    private static final Pattern LATIN_WORD = Pattern.compile("[a-z]+");

    /** In a shorter word one letter is too much of it. */
    private static final int LENGTH_MIN = 5;

    private final Set<String> words;

    Spelling(Set<String> words) {
        this.words = words;
    }

    /** @param texts with the known words in them */
    static Spelling ofLatinWordsIn(Stream<String> texts) {
        return new Spelling(
                texts.flatMap(text -> LATIN_WORD.matcher(text).results().map(MatchResult::group))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    boolean knows(String word) {
        return words.contains(word);
    }

    /** The known word that is one slip away and has the same first letter. */
    Optional<String> meantBy(String typed) {
        return typed.length() < LENGTH_MIN
                ? Optional.empty()
                : words.stream()
                        .filter(word -> word.length() >= LENGTH_MIN && word.charAt(0) == typed.charAt(0))
                        .filter(word -> isOneSlip(typed, word))
                        .findFirst();
    }

    /** A letter too many, one too few, a wrong one, or two in the wrong order. */
    private static boolean isOneSlip(String one, String other) {
        int begin = 0;
        int shorter = Math.min(one.length(), other.length());
        while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
            begin++;
        }
        var left = one.substring(begin);
        var right = other.substring(begin);
        return switch (left.length() - right.length()) {
            case 1 -> left.substring(1).equals(right);
            case -1 -> right.substring(1).equals(left);
            case 0 -> isReplacedOrSwapped(left, right);
            default -> false;
        };
    }

    private static boolean isReplacedOrSwapped(String left, String right) {
        return !left.isEmpty() && left.substring(1).equals(right.substring(1))
                || left.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && left.substring(2).equals(right.substring(2));
    }
}
