package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessoriesTests {
    private final Analyzer words = Analyzers.words();
    private final Analyzer title = Analyzers.accessories();
    private final Analyzer query = Analyzers.noAccessories();

    @ParameterizedTest
    @CsvSource({
        "手机支架 桌面, 手机支架 支架 桌面",
        "自行车头盔, 自行车头盔 头盔",
        "钢琴凳, 钢琴凳 凳",
        "沙发套 灰色, 沙发套 套 灰色",
    })
    void aThingWithAnAccessoryBehindItIsAnotherThing(String text, String expected) {
        assertThat(Tokens.of(words, text)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"手机套餐, 手机", "实木凳, 实木", "苹果充电器, 苹果"})
    void whatOnlyLooksLikeOneStaysApart(String text, String word) {
        assertThat(Tokens.of(words, text)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iPhone 13 手机壳 透明", "iPad 带笔 保护套", "手机支架", "车载 充电器", "苹果充电器"})
    void aTitleWithAnAccessorySaysSo(String text) {
        assertThat(Tokens.of(title, text)).containsExactly("accessory");
        assertThat(Tokens.of(query, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iPhone 13 128G", "iPhone 13 送手机壳", "平板 带保护套", "iPad 送平板支架和充电器", ""})
    void aTitleWithoutOneOrWithOneAsAGiftDoesNot(String text) {
        assertThat(Tokens.of(title, text)).isEmpty();
        assertThat(Tokens.of(query, text)).containsExactly("accessory");
    }
}
