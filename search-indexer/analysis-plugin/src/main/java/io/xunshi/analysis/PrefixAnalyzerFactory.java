package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_prefix</code>: what somebody typed so far, for queries on fields of <code>xunshi_suggest
 * </code>.
 */
@NamedComponent("xunshi_prefix")
public final class PrefixAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.prefix();
    }
}
