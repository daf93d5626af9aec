package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer <code>xunshi_accessory</code>: whether a title offers an accessory, for indexing. */
@NamedComponent("xunshi_accessory")
public final class AccessoryAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.accessories();
    }
}
