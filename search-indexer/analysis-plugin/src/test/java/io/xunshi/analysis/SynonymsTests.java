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
    @CsvSource({"钢琴, 电钢琴", "吉他, 电吉他", "热水器, 燃气热水器"})
    void aThingIsAlsoAskedForByTheNamesOfItsKinds(String query, String kind) {
        assertThat(Tokens.of(search, query)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"单车, 动感单车", "电脑, 平板电脑", "电钢琴, 钢琴"})
    void aNameThatOnlyEndsAlikeIsNoKind(String query, String other) {
        assertThat(Tokens.of(search, query)).doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource({"苹果, iphone", "沙发, 床", "手机, iphone"})
    void aWiderWordDoesNotBecomeANarrowerOne(String query, String narrower) {
        assertThat(Tokens.of(search, query)).doesNotContain(narrower);
    }
}
