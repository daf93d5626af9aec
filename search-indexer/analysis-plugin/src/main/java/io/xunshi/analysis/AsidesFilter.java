package io.xunshi.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Leaves the words that must be found. Where a thing is named that the dictionary knows, these are its name, brands,
 * and whatever is not Chinese, which is a brand or a model too; a number with its unit is neither. Otherwise all but
 * what is said by the way; and if nothing else is said, that.
 */
final class AsidesFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final DomainDictionary dictionary;
    private final CharArraySet asides;
    private final CharArraySet units;
    private final Deque<AttributeSource.State> waiting = new ArrayDeque<>();
    private boolean isRead;

    AsidesFilter(TokenStream input, DomainDictionary dictionary, CharArraySet asides, CharArraySet units) {
        super(input);
        this.dictionary = dictionary;
        this.asides = asides;
        this.units = units;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!isRead) {
            isRead = true;
            read();
        }
        if (waiting.isEmpty()) {
            return false;
        }
        restoreState(waiting.removeFirst());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        isRead = false;
    }

    private void read() throws IOException {
        List<Word> words = new ArrayList<>();
        while (input.incrementToken()) {
            words.add(new Word(term.toString(), captureState()));
        }
        leaveOutMeasures(words);
        boolean namesAThing = words.stream().map(Word::text).anyMatch(dictionary::isThing);
        Predicate<String> isNeeded = namesAThing ? this::isOfAThing : text -> !asides.contains(text);
        words.stream()
                .filter(word -> isNeeded.test(word.text()))
                .map(Word::state)
                .forEach(waiting::add);
        if (waiting.isEmpty()) {
            words.stream().map(Word::state).forEach(waiting::add);
        }
    }

    /** A number with its unit, where there are other words. */
    private void leaveOutMeasures(List<Word> words) {
        var others = new ArrayList<Word>();
        for (int index = 0; index < words.size(); index++) {
            if (index + 1 < words.size()
                    && isNumber(words.get(index))
                    && units.contains(words.get(index + 1).text())) {
                index++;
            } else {
                others.add(words.get(index));
            }
        }
        if (!others.isEmpty()) {
            words.retainAll(others);
        }
    }

    private static boolean isNumber(Word word) {
        return word.text().chars().allMatch(Character::isDigit);
    }

    private boolean isOfAThing(String word) {
        return !asides.contains(word)
                && (!Segmenter.isHan(word.codePointAt(0)) || dictionary.isThing(word) || dictionary.isCondition(word));
    }

    private record Word(String text, AttributeSource.State state) {}
}
