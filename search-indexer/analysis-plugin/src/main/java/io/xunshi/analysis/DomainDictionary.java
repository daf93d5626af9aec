package io.xunshi.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words of the trade that a general dictionary does not know or would cut: brands, models, goods, grades of wear. */
final class DomainDictionary {
    private static final String RESOURCE = "dictionary.txt";

    private final Set<String> words;
    private final Map<Character, Integer> longestByFirst = new HashMap<>();

    DomainDictionary(Collection<String> words) {
        this.words = new HashSet<>(words);
        words.forEach(word -> longestByFirst.merge(word.charAt(0), word.length(), Math::max));
    }

    /** The dictionary that comes with the plugin; several words may stand on one line. */
    static DomainDictionary load() {
        return new DomainDictionary(WordList.read(RESOURCE).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .toList());
    }

    /** The length of the longest word that begins at the position; 0 where none does. */
    int longestAt(String text, int position) {
        int longest = longestByFirst.getOrDefault(text.charAt(position), 0);
        for (int length = Math.min(longest, text.length() - position); length > 0; length--) {
            int end = position + length;
            if (words.contains(text.substring(position, end)) && standsAlone(text, position, end)) {
                return length;
            }
        }
        return 0;
    }

    /** Latin letters or digits at the rim of a word must not continue beyond it: "t恤" is no part of "part恤". */
    private static boolean standsAlone(String text, int start, int end) {
        return !(start > 0 && isLatin(text.charAt(start)) && isLatin(text.charAt(start - 1)))
                && !(end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end)));
    }

    private static boolean isLatin(char character) {
        return character < 0x250 && Character.isLetterOrDigit(character);
    }
}
