package io.xunshi.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/** Folding, then a way to cut, then filters: what all our analyzers are. */
final class FoldingAnalyzer extends Analyzer {
    private final UnaryOperator<String> rewriting;
    private final Supplier<Tokenizer> tokenizer;
    private final UnaryOperator<TokenStream> filters;

    FoldingAnalyzer(Supplier<Tokenizer> tokenizer, UnaryOperator<TokenStream> filters) {
        this(UnaryOperator.identity(), tokenizer, filters);
    }

    /** @param rewriting of the folded text; for queries only, since positions in the text do not survive it */
    FoldingAnalyzer(
            UnaryOperator<String> rewriting, Supplier<Tokenizer> tokenizer, UnaryOperator<TokenStream> filters) {
        this.rewriting = rewriting;
        this.tokenizer = tokenizer;
        this.filters = filters;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        var folded = new FoldingCharFilter(reader);
        return rewriting == UnaryOperator.<String>identity() ? folded : new StringReader(rewriting.apply(text(folded)));
    }

    @Override
    protected Reader initReaderForNormalization(String fieldName, Reader reader) {
        return new FoldingCharFilter(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var source = tokenizer.get();
        return new TokenStreamComponents(source, filters.apply(source));
    }

    private static String text(Reader reader) {
        var text = new StringWriter();
        try {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
