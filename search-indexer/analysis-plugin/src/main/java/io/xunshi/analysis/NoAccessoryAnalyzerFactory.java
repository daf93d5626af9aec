package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_no_accessory</code>: finds accessories for whoever does not ask for one, on fields of
 * <code>
 * xunshi_accessory</code>.
 */
@NamedComponent("xunshi_no_accessory")
public final class NoAccessoryAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.noAccessories();
    }
}
