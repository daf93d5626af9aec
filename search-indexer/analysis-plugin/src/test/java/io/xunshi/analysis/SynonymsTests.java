package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTests {
    private final Analyzer search = Analyzers.wordsAndSynonyms();

    @ParameterizedTest
    @CsvSource({
        "苹果手机, iphone",
        "iPhone, 手机",
        "番茄, 西红柿",
        "废铝, 铝废料",
        "电瓶车, 电动车",
        "書櫃, 书架",
        "席梦思, 床垫",
        "九成新, 90新",
    })
    void aQueryAlsoAsksForWhatOthersCallIt(String query, String other) {
        assertThat(Tokens.of(search, query)).contains(other);
    }

    @ParameterizedTest
    @CsvSource({"苹果, iphone", "沙发, 床", "手机, iphone"})
    void aWiderWordDoesNotBecomeANarrowerOne(String query, String narrower) {
        assertThat(Tokens.of(search, query)).doesNotContain(narrower);
    }
}
