package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_thing</code>: words and synonyms without what is said around them (我想买, 金水区, 九成新), for
 * queries on fields of <code>xunshi_index</code>.
 */
@NamedComponent("xunshi_thing")
public final class ThingAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.things();
    }
}
