package io.xunshi.platform.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.usecase.MaterialsOfTests;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialWordsTests {
    private static final MaterialWords WORDS = new MaterialWords(MaterialsOfTests.tree());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "废铝, NF-AL",
        "废铝料, NF-AL",
        "aluminium scrap, NF-AL",
        "Aluminum Scrap, NF-AL",
        "ＡＬＵＭＩＮＩＵＭ, NF-AL",
        "铝, NF-AL",
        "回收铝, NF-AL",
        "求购废铝, NF-AL",
        "破碎料, NF-AL-ZOR",
        "Zorba, NF-AL-ZOR",
        "zorba scrap, NF-AL-ZOR",
        "Taldon, NF-AL-UBC-B",
        "Tabor, NF-AL-SHT-M",
        "熟铝, NF-AL-SHT-M",
        "易拉罐破碎料, NF-AL-UBC-S",
        "光亮铜, NF-CU-BB",
        "重型废钢1类, FE-SC-201A",
        "201A, FE-SC-201A",
        "黄板纸, PA-OCC",
        "黑粉, BA-BLK",
        "NF-AL-EXT-O, NF-AL-EXT-O",
    })
    void allNamesOfAMaterialMeanIt(String typed, String code) {
        var understood = WORDS.understand(typed);

        assertThat(understood.materials()).containsExactly(Set.of(code));
        assertThat(understood.rest()).isEmpty();
    }

    @Test
    void ofSeveralMaterialsThatAreCalledTheSameAnyMayBeMeant() {
        assertThat(WORDS.understand("重废").materials())
                .containsExactly(Set.of("FE-SC-201A", "FE-SC-201B", "FE-SC-201C"));
    }

    @Test
    void whatIsSaidBesidesIsStillLookedFor() {
        var understood = WORDS.understand("巩义 废铝 打包");

        assertThat(understood.materials()).containsExactly(Set.of("NF-AL"));
        assertThat(understood.rest()).isEqualTo("巩义 打包");
    }

    @Test
    void severalMaterialsAreFoundFromTheLeftToTheRight() {
        assertThat(WORDS.understand("废铜 废铝").materials()).containsExactly(Set.of("NF-CU"), Set.of("NF-AL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"书柜", "报社", "zorbas", "1 2", "", "   ", "\uD83D\uDE00"})
    void whatIsNoNameIsLeftAsItWasTyped(String typed) {
        var understood = WORDS.understand(typed);

        assertThat(understood.materials()).isEmpty();
        assertThat(understood.rest()).isEqualTo(typed.strip());
    }

    @Test
    void aSingleCharacterIsANameOnlyWhereItStandsAlone() {
        assertThat(WORDS.understand("铜 2 吨").materials()).containsExactly(Set.of("NF-CU"));
        assertThat(WORDS.understand("铜仁").materials()).isEmpty();
    }
}
