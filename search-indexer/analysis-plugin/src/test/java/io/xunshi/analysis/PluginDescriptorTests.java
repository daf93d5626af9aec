package io.xunshi.analysis;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Elasticsearch finds the analyzers only through named_components.json. */
class PluginDescriptorTests {

    @Test
    void everyAnalyzerIsNamedInTheDescriptor() {
        var descriptor = JsonMapper.shared()
                .readValue(
                        Path.of("src/main/plugin/named_components.json"),
                        new TypeReference<Map<String, Map<String, String>>>() {});

        assertThat(descriptor)
                .containsExactlyEntriesOf(Map.of(
                        AnalyzerFactory.class.getName(),
                        Stream.<Class<? extends AnalyzerFactory>>of(
                                        AccessoryAnalyzerFactory.class,
                                        BigramAnalyzerFactory.class,
                                        BigramSearchAnalyzerFactory.class,
                                        IndexAnalyzerFactory.class,
                                        MeantAnalyzerFactory.class,
                                        NoAccessoryAnalyzerFactory.class,
                                        PinyinAnalyzerFactory.class,
                                        PrefixAnalyzerFactory.class,
                                        SearchAnalyzerFactory.class,
                                        SmartcnAnalyzerFactory.class,
                                        SoundAnalyzerFactory.class,
                                        SuggestAnalyzerFactory.class,
                                        ThingAnalyzerFactory.class)
                                .collect(toMap(PluginDescriptorTests::nameOf, Class::getName))));
    }

    private static String nameOf(Class<? extends AnalyzerFactory> factory) {
        return factory.getAnnotation(NamedComponent.class).value();
    }
}
