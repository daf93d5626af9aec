package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer <code>xunshi_sound</code>: how a phrase sounds, for queries on fields of <code>xunshi_pinyin</code>. */
@NamedComponent("xunshi_sound")
public final class SoundAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return Analyzers.sound();
    }
}
