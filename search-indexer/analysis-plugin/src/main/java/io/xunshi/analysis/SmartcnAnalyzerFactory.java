package io.xunshi.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/**
 * The analyzer <code>xunshi_smartcn</code>: Lucene's smartcn and nothing of ours, as Elasticsearch's plugin
 * analysis-smartcn has it. What our search is measured against.
 */
@NamedComponent("xunshi_smartcn")
public final class SmartcnAnalyzerFactory implements AnalyzerFactory {

    @Override
    public Analyzer create() {
        return new SmartChineseAnalyzer();
    }
}
