package io.xunshi.analysis;

import java.io.Reader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/** Folding, then a way to cut, then filters: what all our analyzers are. */
final class FoldingAnalyzer extends Analyzer {
    private final Supplier<Tokenizer> tokenizer;
    private final UnaryOperator<TokenStream> filters;

    FoldingAnalyzer(Supplier<Tokenizer> tokenizer, UnaryOperator<TokenStream> filters) {
        this.tokenizer = tokenizer;
        this.filters = filters;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        return new FoldingCharFilter(reader);
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
}
