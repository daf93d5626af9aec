package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTests {
    private final Meaning meaning = new Meaning(
            new DomainDictionary(List.of("自行车", "沙发", "手机", "书柜"), List.of("小米"), List.of("二手", "实木"), List.of()),
            Spelling.ofLatinWordsIn(Stream.of("iphone", "nintendo", "sofa", "dell")));

    @ParameterizedTest
    @CsvSource({
        "zixingche, 自行车",
        "zi xing che, 自行车",
        "ershoushouji, 二手手机",
        "zxc, 自行车",
        "sj, 手机",
        "自形车, 自行车",
        "小迷手机, 小米手机",
        "实目书柜, 实木书柜",
        "ihpone, iphone",
        "iphon, iphone",
        "iphonee, iphone",
        "iphane 13, iphone 13",
        "nintedo switch, nintendo switch",
    })
    void aGuessIsMadeOfWordsThatTheMarketKnows(String typed, String meant) {
        assertThat(meaning.of(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"手机", "sofa", "iphone 13", "del", "xyz", "航空母舰", "手 机", "", "？！", "t恤"})
    void everythingElseStays(String typed) {
        assertThat(meaning.of(typed)).isEqualTo(typed);
    }

    @Test
    void aLongTextIsNoPinyin() {
        var text = "shouji".repeat(20);

        assertThat(meaning.of(text)).isEqualTo(text);
    }

    @Test
    void aSingleCharacterIsNotGuessed() {
        assertThat(meaning.of("she")).isEqualTo("she");
    }
}
