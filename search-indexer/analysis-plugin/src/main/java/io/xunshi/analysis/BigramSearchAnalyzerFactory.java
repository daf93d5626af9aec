package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_bigram_search</code>: pairs of characters, for queries on fields of <code>xunshi_bigram
 * </code>.
 */
@NamedComponent("xunshi_bigram_search")
public final class BigramSearchAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.bigramsOfQuery();
    }
}
