package io.xunshi.analysis;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads Chinese aloud. A character has its most common reading (Unicode's kMandarin, without tone), except in the words
 * of <code>pinyin.txt</code>, where it has another.
 */
final class Pinyin {
    private static final String RESOURCE = "pinyin.txt";
    private static final char HAN_FIRST = '\u4e00';
    private static final char HAN_LAST = '\u9fff';
    private static final int READING_WORD_MAX = 6;
    private static final String[] COMMON = common();
    private static final Map<String, List<String>> SPECIAL = WordList.read(RESOURCE).stream()
            .map(line -> Arrays.asList(line.split("\\s+")))
            .collect(toUnmodifiableMap(List::getFirst, fields -> List.copyOf(fields.subList(1, fields.size()))));

    private Pinyin() {}

    /** One syllable for each character; what is not Chinese or has no known reading is left out. */
    static List<String> syllables(String text) {
        var syllables = new ArrayList<String>();
        int position = 0;
        while (position < text.length()) {
            var special = specialAt(text, position);
            if (!special.isEmpty()) {
                syllables.addAll(SPECIAL.getOrDefault(special, List.of()));
                position += special.length();
            } else {
                addCommon(text.charAt(position), syllables);
                position++;
            }
        }
        return syllables;
    }

    /** The first letter of each syllable: "sj" for 手机. */
    static String initials(List<String> syllables) {
        return syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
    }

    private static String specialAt(String text, int position) {
        int longest = Math.min(READING_WORD_MAX, text.length() - position);
        for (int length = longest; length > 0; length--) {
            var word = text.substring(position, position + length);
            if (SPECIAL.containsKey(word)) {
                return word;
            }
        }
        return "";
    }

    private static void addCommon(char character, List<String> syllables) {
        if (character >= HAN_FIRST && character <= HAN_LAST && !COMMON[character - HAN_FIRST].isEmpty()) {
            syllables.add(COMMON[character - HAN_FIRST]);
        }
    }

    private static String[] common() {
        var transliterator = Transliterator.getInstance("Han-Latin; Lower; NFD");
        var readings = new String[HAN_LAST - HAN_FIRST + 1];
        for (int index = 0; index < readings.length; index++) {
            var reading = transliterator.transliterate(String.valueOf((char) (HAN_FIRST + index)));
            // On a keyboard ü is v, but nobody writes it behind other letters than l and n.
            readings[index] =
                    reading.replaceAll("(?<=[ln])u\\p{Mn}*\u0308", "v").replaceAll("[^a-z]", "");
        }
        return readings;
    }
}
