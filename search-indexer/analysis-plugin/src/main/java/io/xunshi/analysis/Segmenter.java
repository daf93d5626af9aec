package io.xunshi.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.cn.smart.hhmm.HHMMSegmenter;
import org.apache.lucene.analysis.cn.smart.hhmm.SegToken;

/**
 * Cuts folded text into words. Words of the dictionary come first, the longest from the left; the Chinese between them
 * is cut by smartcn's hidden Markov model; letters and digits part from each other, so that "iphone13" and "iphone 13"
 * are the same. A thing with an accessory behind it is one word, and the accessory another one in it: 手机支架, 支架.
 */
final class Segmenter {
    private final DomainDictionary dictionary;
    private final HHMMSegmenter general = new HHMMSegmenter();

    Segmenter(DomainDictionary dictionary) {
        this.dictionary = dictionary;
    }

    List<Segment> segment(String text) {
        var segments = new ArrayList<Segment>();
        int unknown = 0;
        int position = 0;
        while (position < text.length()) {
            int end = knownWordAt(text, position);
            if (end > position) {
                addChinese(text, unknown, position, segments);
                int whole = end + dictionary.accessoryBehind(text, position, end);
                segments.add(new Segment(position, whole));
                if (whole > end) {
                    segments.add(new Segment(end, whole));
                }
                unknown = whole;
                position = whole;
            } else {
                position += Character.charCount(text.codePointAt(position));
            }
        }
        addChinese(text, unknown, position, segments);
        return segments;
    }

    /** The end of a dictionary word, a run of letters or a number; the position itself where none begins. */
    private int knownWordAt(String text, int position) {
        int length = dictionary.longestAt(text, position);
        if (length > 0) {
            return position + length;
        }
        int first = text.codePointAt(position);
        if (isHan(first)) {
            return position;
        }
        if (Character.isDigit(first)) {
            return runEnd(text, position, Character::isDigit);
        }
        return runEnd(text, position, character -> Character.isLetter(character) && !isHan(character));
    }

    private void addChinese(String text, int start, int end, List<Segment> segments) {
        int position = start;
        while (position < end) {
            int runEnd = Math.min(end, runEnd(text, position, Segmenter::isHan));
            if (runEnd > position) {
                addWords(text.substring(position, runEnd), position, segments);
                position = runEnd;
            } else {
                position += Character.charCount(text.codePointAt(position));
            }
        }
    }

    private void addWords(String chinese, int offset, List<Segment> segments) {
        List<SegToken> words = general.process(chinese);
        // The model puts a mark before the first word and one behind the last.
        for (var word : words.subList(1, words.size() - 1)) {
            segments.add(new Segment(offset + word.startOffset, offset + word.endOffset));
        }
    }

    private static int runEnd(String text, int start, IntPredicate belongs) {
        int end = start;
        while (end < text.length() && belongs.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }
}
