package io.xunshi.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Words of the trade that a general dictionary does not know or would cut: goods, brands, grades of wear. */
final class DomainDictionary {
    private final Set<String> goods;
    private final Set<String> conditions;
    private final Set<String> words;
    private final Set<String> accessories;
    private final Map<Character, Integer> longestByFirst = new HashMap<>();
    private final int longestAccessory;

    /**
     * @param goods what things are
     * @param conditions what they must be like, by whom or for what, if somebody says so
     * @param wishes what they may be like
     * @param accessories what makes another thing of the thing that it stands behind
     */
    DomainDictionary(
            Collection<String> goods,
            Collection<String> conditions,
            Collection<String> wishes,
            Collection<String> accessories) {
        this.goods = new LinkedHashSet<>(goods);
        this.conditions = new HashSet<>(conditions);
        words = new LinkedHashSet<>(goods);
        words.addAll(conditions);
        words.addAll(wishes);
        words.forEach(word -> longestByFirst.merge(word.charAt(0), word.length(), Math::max));
        this.accessories = new HashSet<>(accessories);
        longestAccessory = accessories.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The dictionary that comes with the plugin. */
    static DomainDictionary load() {
        return new DomainDictionary(
                WordList.words("dictionary.txt"),
                WordList.words("conditions.txt"),
                WordList.words("wishes.txt"),
                WordList.words("accessories.txt"));
    }

    Set<String> goods() {
        return goods;
    }

    /** Whether the word says what somebody looks for: a thing, with or without an accessory behind its name. */
    boolean isThing(String word) {
        return goods.contains(word)
                || IntStream.range(1, word.length())
                        .anyMatch(end ->
                                accessories.contains(word.substring(end)) && goods.contains(word.substring(0, end)));
    }

    /** Whether the word must be there though it names no thing: a brand, a school subject. */
    boolean isCondition(String word) {
        return conditions.contains(word);
    }

    /** Whether the word names what belongs to another thing. */
    boolean isAccessory(String word) {
        return accessories.contains(word);
    }

    /** All words, goods first, in the order of their files. */
    Set<String> words() {
        return words;
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

    /** The length of the accessory that stands directly behind the word; 0 where none does. */
    int accessoryBehind(String text, int start, int end) {
        if (!goods.contains(text.substring(start, end)) || !Segmenter.isHan(text.charAt(end - 1))) {
            return 0;
        }
        // What begins a longer word is none: 配件齐全.
        int word = end < text.length() ? longestAt(text, end) : 0;
        for (int length = Math.min(longestAccessory, text.length() - end); length > 0 && length >= word; length--) {
            int last = end + length;
            boolean isWhole = length > 1 || last == text.length() || !Segmenter.isHan(text.charAt(last));
            if (isWhole && accessories.contains(text.substring(end, last))) {
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
