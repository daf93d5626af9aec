package io.xunshi.analysis;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Says of a text only whether it is about an accessory: one token or none. What is given along with a thing (送手机壳)
 * makes it no accessory.
 */
final class AccessoryFilter extends TokenFilter {
    /** "With": before what is given along. */
    private static final Set<String> ALONG = Set.of("送", "赠", "赠送", "附送", "带", "附带", "含", "配", "加");

    private static final String TOKEN = "accessory";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final DomainDictionary dictionary;
    private final boolean whereThereIsOne;
    private boolean isRead;

    /** @param whereThereIsOne whether the token stands for an accessory or for its absence */
    AccessoryFilter(TokenStream input, DomainDictionary dictionary, boolean whereThereIsOne) {
        super(input);
        this.dictionary = dictionary;
        this.whereThereIsOne = whereThereIsOne;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (isRead) {
            return false;
        }
        isRead = true;
        if (hasAccessory() != whereThereIsOne) {
            return false;
        }
        clearAttributes();
        term.append(TOKEN);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        isRead = false;
    }

    /** What follows "with" up to the next gap is given along. */
    private boolean hasAccessory() throws IOException {
        var has = false;
        var isGiven = false;
        int end = 0;
        while (input.incrementToken()) {
            var word = term.toString();
            isGiven = ALONG.contains(word) || isGiven && offset.startOffset() <= end;
            has |= !isGiven && dictionary.isAccessory(word);
            end = offset.endOffset();
        }
        return has;
    }
}
