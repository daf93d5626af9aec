package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer <code>xunshi_search</code>: words and synonyms, for queries on fields of <code>xunshi_index</code>. */
@NamedComponent("xunshi_search")
public final class SearchAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.wordsAndSynonyms();
    }
}
