package io.xunshi.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Replaces a Chinese token by its full pinyin; one without any Chinese passes. */
final class SoundTokenFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SoundTokenFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var syllables = Pinyin.syllables(term.toString());
        if (!syllables.isEmpty()) {
            term.setEmpty().append(String.join("", syllables));
        }
        return true;
    }
}
