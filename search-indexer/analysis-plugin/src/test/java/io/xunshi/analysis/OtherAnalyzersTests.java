package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherAnalyzersTests {

    @Test
    void bigramsFindWhatTheSegmentationCutDifferently() {
        assertThat(Tokens.of(Analyzers.bigrams(), "蘋果手机X1"))
                .containsExactlyInAnyOrder("苹", "果", "手", "机", "苹果", "果手", "手机", "x1");
    }

    @Test
    void aQueryAsksForCharactersSideBySide() {
        assertThat(Tokens.of(Analyzers.bigramsOfQuery(), "书包")).containsExactly("书包");
        assertThat(Tokens.of(Analyzers.bigramsOfQuery(), "床")).containsExactly("床");
    }

    @Test
    void aWrongCharacterOfTheRightSoundMakesNoDifference() {
        assertThat(Tokens.of(Analyzers.sound(), "电洞车")).isEqualTo(Tokens.of(Analyzers.sound(), "电动车"));
    }

    @Test
    void aSuggestionIsFoundByItsTextItsPinyinAndItsFirstLetters() {
        assertThat(Tokens.of(Analyzers.suggest(), "苹果 手机")).containsExactly("苹果手机", "pingguoshouji", "pgsj");
        assertThat(Tokens.of(Analyzers.suggest(), "ThinkPad X1")).containsExactly("thinkpadx1");
    }

    @Test
    void whatWasTypedSoFarStaysAsItIs() {
        assertThat(Tokens.of(Analyzers.prefix(), "苹果 ")).containsExactly("苹果");
        assertThat(Tokens.of(Analyzers.prefix(), "PingG")).containsExactly("pingg");
    }
}
