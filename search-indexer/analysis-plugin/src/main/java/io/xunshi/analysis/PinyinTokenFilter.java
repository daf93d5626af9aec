package io.xunshi.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Replaces Chinese words by what somebody types without an input method: the full pinyin and the first letters, of each
 * word and of up to three words in a row, because people set no spaces ("ershoushouji", "essj"). Latin words pass.
 */
final class PinyinTokenFilter extends TokenFilter {
    private static final int WORDS_IN_A_ROW_MAX = 3;
    private static final int INITIALS_MIN = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<List<String>> row = new ArrayList<>();
    private int rowEnd = -1;

    PinyinTokenFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            term.setEmpty().append(waiting.removeFirst());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (Segmenter.isHan(term.toString().codePointAt(0))) {
            read(term.toString());
            term.setEmpty().append(waiting.removeFirst());
        } else {
            row.clear();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
        row.clear();
        rowEnd = -1;
    }

    private void read(String word) {
        if (offset.startOffset() != rowEnd) {
            row.clear();
        }
        rowEnd = offset.endOffset();
        row.addFirst(Pinyin.syllables(word));
        if (row.size() > WORDS_IN_A_ROW_MAX) {
            row.removeLast();
        }
        waiting.addAll(spellings());
        if (waiting.isEmpty()) {
            waiting.add(word);
        }
    }

    /** All rows that end with the newest word. */
    private Set<String> spellings() {
        var spellings = new LinkedHashSet<String>();
        var syllables = new ArrayList<String>();
        for (var word : row) {
            syllables.addAll(0, word);
            spellings.add(String.join("", syllables));
            var initials = Pinyin.initials(syllables);
            if (initials.length() >= INITIALS_MIN) {
                spellings.add(initials);
            }
        }
        spellings.remove("");
        return spellings;
    }
}
