package io.xunshi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingsTests {
    private final Analyzer things = Analyzers.things();

    @ParameterizedTest
    @CsvSource({
        "想买一台二手的洗碗机, 洗碗机",
        "金水区 洗碗机, 洗碗机",
        "九成新洗碗机, 洗碗机",
        "给老人买的洗碗机 字大声音大, 洗碗机",
        "60升洗碗机, 洗碗机",
    })
    void whatIsSaidAroundTheThingNeedNotBeFound(String query, String thing) {
        assertThat(Tokens.of(things, query)).containsExactly(thing);
    }

    @Test
    void aBrandAndAModelMustBeFound() {
        assertThat(Tokens.of(things, "西昊 M18 洗碗机")).containsExactly("西昊", "m", "18", "洗碗机");
    }

    @Test
    void whereNoThingIsKnownAllButTheAsidesMustBeFound() {
        assertThat(Tokens.of(things, "求购航空母舰")).containsExactlyElementsOf(Tokens.of(things, "航空母舰"));
    }

    @ParameterizedTest
    @CsvSource({"二手, used", "金水区, 金水", "转让, 转让", "65寸, 65"})
    void anAsideThatStandsAloneIsLookedFor(String query, String expected) {
        assertThat(Tokens.of(things, query)).contains(expected);
    }
}
