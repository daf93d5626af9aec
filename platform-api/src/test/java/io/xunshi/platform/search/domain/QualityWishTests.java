package io.xunshi.platform.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.exchange.SaidQuality;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityWishTests {

    @ParameterizedTest(name = "{0} of what says {1}: {2}")
    @CsvSource({
        "al_pct:90.., 89.999999, false",
        "al_pct:90.., 90, true",
        "al_pct:..90, 90.000000, true",
        "al_pct:..90, 90.1, false",
        "al_pct:90..98, 97.5, true",
        "al_pct:90..98, 98.5, false",
    })
    void aNumberIsHeldAgainstBothEndsWhichBelongToTheStretch(String wish, BigDecimal said, boolean isMet) {
        assertThat(parsed(wish).isMetBy(new SaidQuality(said, said, List.of()))).isEqualTo(isMet);
    }

    @Test
    void aDemandIsFoundWhereItsStretchHasSomethingInCommonWithTheSearch() {
        var atMostTwo = new SaidQuality(null, new BigDecimal("2"), List.of());

        assertThat(parsed("inclusion_pct:1.5..").isMetBy(atMostTwo)).isTrue();
        assertThat(parsed("inclusion_pct:2.1..").isMetBy(atMostTwo)).isFalse();
    }

    @Test
    void oneOfTheAnswersSuffices() {
        var sheet = new SaidQuality(null, null, List.of("sheet"));

        assertThat(parsed("form:wire|sheet").isMetBy(sheet)).isTrue();
        assertThat(parsed("form:wire").isMetBy(sheet)).isFalse();
    }

    @Test
    void whatSaysNothingOfItOrSomethingElseIsNotFound() {
        assertThat(parsed("al_pct:90..").isMetBy(null)).isFalse();
        assertThat(parsed("al_pct:90..").isMetBy(new SaidQuality(null, null, List.of("90"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "al_pct", "al_pct:", "al_pct:..", "al_pct:98..90", "AL:90..", "form:|", ":90.."})
    void whatMeansNothingIsNoWish(String written) {
        assertThat(QualityWish.parse(written)).isEmpty();
    }

    private static QualityWish parsed(String written) {
        return QualityWish.parse(written).orElseThrow();
    }
}
