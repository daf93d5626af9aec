package io.xunshi.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Guesses what somebody meant who typed something else: words of the dictionary for their pinyin (zixingche), for their
 * first letters (zxc) and for other characters of the same sound (自形车), and known Latin words for those one slip away
 * from them. Everything else stays as it is.
 */
final class Meaning {
    private static final Pattern RUN = Pattern.compile("[a-z]+|\\p{IsHan}+");
    private static final Pattern LATIN_PHRASE = Pattern.compile("[a-z]+( +[a-z]+)*");
    private static final int INITIALS_MAX = 4;
    private static final int PINYIN_MAX = 60;

    /** A single character is too short to be guessed. */
    private static final int WORD_MIN = 2;

    private final DomainDictionary dictionary;
    private final Spelling spelling;
    private final Map<String, String> byPinyin = new HashMap<>();
    private final Map<String, String> byInitials = new HashMap<>();
    private final int longestWord;

    Meaning(DomainDictionary dictionary, Spelling spelling) {
        this.dictionary = dictionary;
        this.spelling = spelling;
        dictionary.words().stream().filter(Meaning::isHan).forEach(this::learn);
        longestWord = byPinyin.values().stream().mapToInt(String::length).max().orElse(0);
    }

    /** @param text folded */
    String of(String text) {
        var phrase = text.strip();
        var words = LATIN_PHRASE.matcher(phrase).matches() ? spelledBy(phrase.replace(" ", "")) : "";
        return words.isEmpty() ? RUN.matcher(text).replaceAll(this::ofRun) : words;
    }

    private String ofRun(MatchResult run) {
        var text = run.group();
        return isHan(text) ? soundingLike(text) : ofLatin(text);
    }

    private String ofLatin(String word) {
        if (spelling.knows(word)) {
            return word;
        }
        var words = spelledBy(word);
        if (!words.isEmpty()) {
            return words;
        }
        var abbreviated = word.length() <= INITIALS_MAX ? byInitials.get(word) : null;
        return abbreviated == null ? spelling.meantBy(word).orElse(word) : abbreviated;
    }

    /** Words of the dictionary whose pinyin in a row is this; empty where it is not made of them. */
    private String spelledBy(String pinyin) {
        return pinyin.length() > PINYIN_MAX || spelling.knows(pinyin) ? "" : spelledBy(pinyin, new HashMap<>());
    }

    private String spelledBy(String pinyin, Map<String, String> known) {
        var before = known.get(pinyin);
        if (before != null) {
            return before;
        }
        var words = byPinyin.getOrDefault(pinyin, "");
        for (int length = pinyin.length() - 1; words.isEmpty() && length > 0; length--) {
            var first = byPinyin.get(pinyin.substring(0, length));
            var others = first == null ? "" : spelledBy(pinyin.substring(length), known);
            words = others.isEmpty() ? "" : first + others;
        }
        known.put(pinyin, words);
        return words;
    }

    /** From the left the longest word, be it written so or only spoken so. */
    private String soundingLike(String chinese) {
        var meant = new StringBuilder();
        int position = 0;
        while (position < chinese.length()) {
            int written = Math.max(1, dictionary.longestAt(chinese, position));
            var spoken = longestSpoken(chinese, position, written);
            meant.append(spoken.isEmpty() ? chinese.substring(position, position + written) : spoken);
            position += Math.max(written, spoken.length());
        }
        return meant.toString();
    }

    private String longestSpoken(String chinese, int position, int written) {
        int longest = Math.min(longestWord, chinese.length() - position);
        for (int length = longest; length > written; length--) {
            var heard = String.join("", Pinyin.syllables(chinese.substring(position, position + length)));
            var word = byPinyin.getOrDefault(heard, "");
            if (word.length() == length) {
                return word;
            }
        }
        return "";
    }

    private void learn(String word) {
        var syllables = Pinyin.syllables(word);
        if (word.length() >= WORD_MIN && syllables.size() == word.length()) {
            byPinyin.putIfAbsent(String.join("", syllables), word);
            byInitials.putIfAbsent(Pinyin.initials(syllables), word);
        }
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(Segmenter::isHan);
    }
}
