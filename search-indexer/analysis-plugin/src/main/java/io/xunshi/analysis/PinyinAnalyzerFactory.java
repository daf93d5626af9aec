package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer <code>xunshi_pinyin</code>: spellings in Latin letters, for both sides. */
@NamedComponent("xunshi_pinyin")
public final class PinyinAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.pinyin();
    }
}
