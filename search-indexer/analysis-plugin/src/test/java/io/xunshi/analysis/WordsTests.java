package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {
    private final Analyzer words = Analyzers.words();

    @ParameterizedTest
    @CsvSource({
        "九成新苹果手机转让, 九成新 苹果 手机 转让",
        "二手手机, 二手 手机",
        "宜家实木书柜自提, 宜家 实木 书柜 自提",
        "雅迪电动车九五新, 雅迪 电动车 九五新",
        "扫地机器人配件齐全, 扫地机器人 配件齐全",
        "高中数学教材, 高中 数学 教材",
        "三人位布艺沙发, 三 人 位 布艺 沙发",
    })
    void wordsOfTheTradeStayWhole(String text, String expected) {
        assertThat(Tokens.of(words, text)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "ｉＰｈｏｎｅ　１３, iphone 13",
        "IPHONE13, iphone 13",
        "rtx4090显卡, rtx 4090 显卡",
        "蘋果手機, 苹果 手机",
        "電動車, 电动车",
        "優衣庫羽絨服, 优衣库 羽绒服",
    })
    void widthCaseAndTraditionalFormsMakeNoDifference(String text, String expected) {
        assertThat(Tokens.of(words, text)).containsExactly(expected.split(" "));
    }

    @Test
    void aLatinWordOfTheDictionaryIsNotFoundInsideAnother() {
        assertThat(Tokens.of(words, "白色T恤 part恤")).contains("t恤", "part");
    }

    @Test
    void theHighlightIsWhatTheSellerWrote() {
        assertThat(Tokens.highlighted(words, "【全新】蘋果　ｉＰｈｏｎｅ13！")).containsExactly("全新", "蘋果", "ｉＰｈｏｎｅ", "13");
    }

    @Test
    void punctuationSpacesAndPicturesAreNoWords() {
        assertThat(Tokens.of(words, "！！… 😀 \t。")).isEmpty();
        assertThat(Tokens.of(words, "")).isEmpty();
    }

    @Test
    void charactersOutsideTheBasicPlaneDoNotBreakTheText() {
        assertThat(Tokens.of(words, "𠮷野家桌子")).contains("桌子");
    }

    @Test
    void anAnalyzerMayBeUsedAgain() {
        assertThat(List.of(Tokens.of(words, "手机"), Tokens.of(words, "沙发")))
                .containsExactly(List.of("手机"), List.of("沙发"));
    }
}
