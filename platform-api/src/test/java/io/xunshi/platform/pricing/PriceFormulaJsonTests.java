package io.xunshi.platform.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xunshi.platform.pricing.BadFormula.Fault;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Step;
import io.xunshi.platform.pricing.Penalty.Stepped;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as JSON: there and back, and nothing that is none. */
class PriceFormulaJsonTests {
    private static final Set<String> SERIES = Set.of("AD", "AL");

    @Test
    void aFormulaComesBackAsItWas() {
        var formula = new Indexed(
                List.of(
                        new Reference("AD", 6_000, new MeanOf(5, Deals.MONDAY)),
                        new Reference("AL", 2_000, new OnDay(Deals.MONDAY)),
                        new Reference(
                                "AL",
                                800,
                                new Called(Side.BUYER, Deals.MONDAY, Deals.MONDAY.plusDays(4), 28_000_000, 5_000_000))),
                -12_000,
                List.of(
                        new Penalty("iron_pct", Worse.ABOVE, 100, 300L, new Linear(10, 1_500)),
                        new Penalty(
                                "al_pct",
                                Worse.BELOW,
                                9_500,
                                null,
                                new Stepped(List.of(new Step(0, 100), new Step(50, 900))))));

        assertThat(PriceFormulaJson.read(PriceFormulaJson.write(formula), SERIES))
                .isEqualTo(formula);
        var fixed = Deals.fixed(145_000);
        assertThat(PriceFormulaJson.read(PriceFormulaJson.write(fixed), SERIES)).isEqualTo(fixed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"FIXED","fenPerTonne":1,"penalties":[],"x":1}                                  |             | unknown-member
            {"kind":"FIXED","fenPerTonne":1.5,"penalties":[]}                                      | fenPerTonne | no-number
            {"kind":"FIXED","fenPerTonne":"1","penalties":[]}                                      | fenPerTonne | no-number
            {"kind":"FIXED","fenPerTonne":100000001,"penalties":[]}                                | fenPerTonne | no-number
            {"kind":"FIXED","fenPerTonne":1e400,"penalties":[]}                                    | fenPerTonne | no-number
            {"kind":"FIXED","fenPerTonne":-1,"penalties":[]}                                       | fenPerTonne | no-number
            {"kind":"FIXED","fenPerTonne":1}                                                       | penalties   | no-list
            {"kind":"FIXED","fenPerTonne":1,"fenPerTonne":2,"penalties":[]}                        |             | no-json
            {"kind":"FIXED","fenPerTonne":1,"penalties":[]} 1                                      |             | no-json
            {"kind":"OTHER"}                                                                       | kind        | no-choice
            []                                                                                     |             | no-object
            [[[[[[[[[[]]]]]]]]]]                                                                   |             | no-json
            {"kind":"INDEXED","references":[],"premiumFenPerTonne":0,"penalties":[]}               | references  | no-list
            {"kind":"INDEXED","references":[{"series":"CU","coefficientBp":1,"period":{"kind":"DAY","day":"2026-11-02"}}],"premiumFenPerTonne":0,"penalties":[]} | references[0].series | no-choice
            {"kind":"INDEXED","references":[{"series":"AD","coefficientBp":0,"period":{"kind":"DAY","day":"2026-11-02"}}],"premiumFenPerTonne":0,"penalties":[]} | references[0].coefficientBp | no-number
            {"kind":"INDEXED","references":[{"series":"AD","coefficientBp":1,"period":{"kind":"DAY","day":"2026-13-45"}}],"premiumFenPerTonne":0,"penalties":[]} | references[0].period.day | no-day
            {"kind":"INDEXED","references":[{"series":"AD","coefficientBp":1,"period":{"kind":"CALLED","by":"BUYER","from":"2026-11-03","deadline":"2026-11-02","grams":1,"smallestGrams":1}}],"premiumFenPerTonne":0,"penalties":[]} |  | contradiction
            {"kind":"FIXED","fenPerTonne":1,"penalties":[{"attribute":"X; drop","bad":"ABOVE","free":0,"deduction":{"kind":"LINEAR","per":1,"fenPerTonne":1}}]} | penalties[0].attribute | no-attribute
            """)
    void whatIsNoFormulaIsRefusedWithItsPlace(String json, String path, String rule) {
        var refusal = catchThrowableOfType(BadFormula.class, () -> PriceFormulaJson.read(json, SERIES));

        assertThat(refusal.faults()).contains(new Fault(path == null ? "" : path, rule));
    }

    @Test
    void aTextWithoutAnEndIsNotEvenRead() {
        assertThatThrownBy(() -> PriceFormulaJson.read("[".repeat(20_001), SERIES))
                .isInstanceOf(BadFormula.class)
                .hasMessageContaining("too-long");
    }

    @Test
    void anAttributeIsPenalisedOnce() {
        var penalty =
                "{\"attribute\":\"iron_pct\",\"bad\":\"ABOVE\",\"free\":0,\"deduction\":{\"kind\":\"LINEAR\",\"per\":1,\"fenPerTonne\":1}}";

        assertThatThrownBy(() -> PriceFormulaJson.read(
                        "{\"kind\":\"FIXED\",\"fenPerTonne\":1,\"penalties\":[%s,%s]}".formatted(penalty, penalty),
                        SERIES))
                .isInstanceOf(BadFormula.class)
                .hasMessageContaining("contradiction");
    }
}
