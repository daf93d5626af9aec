package io.xunshi.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The segmenter as a Lucene tokenizer. Reads the whole field, which the platform keeps below some thousand characters.
 */
final class DomainTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Segmenter segmenter;
    private String text = "";
    private Iterator<Segment> segments = Collections.emptyIterator();

    DomainTokenizer(DomainDictionary dictionary) {
        this.segmenter = new Segmenter(dictionary);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var whole = new StringWriter();
        input.transferTo(whole);
        text = whole.toString();
        segments = segmenter.segment(text).iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!segments.hasNext()) {
            return false;
        }
        var segment = segments.next();
        term.append(text, segment.start(), segment.end());
        offset.setOffset(correctOffset(segment.start()), correctOffset(segment.end()));
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }
}
