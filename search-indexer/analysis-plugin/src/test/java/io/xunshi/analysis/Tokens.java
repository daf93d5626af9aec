package io.xunshi.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Runs an analyzer over a text, as Lucene does: through every step of a stream's life. */
final class Tokens {
    private Tokens() {}

    /** The terms, in order. */
    static List<String> of(Analyzer analyzer, String text) {
        return read(analyzer, text, false);
    }

    /** What stands in the text where each term was found. */
    static List<String> highlighted(Analyzer analyzer, String text) {
        return read(analyzer, text, true);
    }

    private static List<String> read(Analyzer analyzer, String text, boolean original) {
        var result = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("field", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                result.add(original ? text.substring(offset.startOffset(), offset.endOffset()) : term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }
}
