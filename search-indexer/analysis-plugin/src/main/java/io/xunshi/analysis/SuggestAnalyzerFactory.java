package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer <code>xunshi_suggest</code>: a suggestion and its spellings, for indexing. */
@NamedComponent("xunshi_suggest")
public final class SuggestAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.suggest();
    }
}
