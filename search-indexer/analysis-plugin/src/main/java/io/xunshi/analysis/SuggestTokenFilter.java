package io.xunshi.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Lets a suggestion be found by three beginnings: as it is written, by its pinyin, by its first letters. */
final class SuggestTokenFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> alternatives = new ArrayDeque<>();

    SuggestTokenFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!alternatives.isEmpty()) {
            term.setEmpty().append(alternatives.removeFirst());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        var syllables = Pinyin.syllables(term.toString());
        if (!syllables.isEmpty()) {
            alternatives.add(String.join("", syllables));
            alternatives.add(Pinyin.initials(syllables));
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        alternatives.clear();
    }
}
