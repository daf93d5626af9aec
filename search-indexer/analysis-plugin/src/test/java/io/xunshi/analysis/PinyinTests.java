package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {
    private final Analyzer pinyin = Analyzers.pinyin();

    @ParameterizedTest
    @CsvSource({
        "手机, shouji",
        "手机, sj",
        "二手手机, ershoushouji",
        "二手手机, essj",
        "二手货车, huoche",
        "電動車, diandongche",
        "自行车, zixingche",
        "重庆火锅, chongqing",
        "绿色沙发, lvse",
        "音乐盒, yinyue",
        "铝锅, lvguo",
        "山地车, shandiche",
    })
    void whatIsTypedWithoutAnInputMethodIsIndexed(String text, String typed) {
        assertThat(Tokens.of(pinyin, text)).contains(typed);
    }

    @Test
    void wordsThatDoNotTouchAreNotReadTogether() {
        assertThat(Tokens.of(pinyin, "书柜，沙发")).containsExactly("shugui", "sg", "shafa", "sf");
    }

    @Test
    void latinWordsStay() {
        assertThat(Tokens.of(pinyin, "iPhone 手机")).containsExactly("iphone", "shouji", "sj");
    }

    @Test
    void aCharacterWithoutAReadingStaysAsItIs() {
        assertThat(Tokens.of(pinyin, "兙")).containsExactly("兙");
    }
}
