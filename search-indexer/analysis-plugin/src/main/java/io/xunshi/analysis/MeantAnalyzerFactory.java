package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_meant</code>: as <code>xunshi_thing</code>, of what was probably meant instead of what was
 * typed.
 */
@NamedComponent("xunshi_meant")
public final class MeantAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.meantThings();
    }
}
