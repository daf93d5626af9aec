package io.xunshi.platform.deal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.catalog.SettlementBasis;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.domain.ContractTerms.Side;
import io.xunshi.platform.deal.domain.ContractTerms.Stated;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.pricing.Penalty;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormula.Fixed;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.PriceFormulaJson;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.SettlementTerms.DryNet;
import io.xunshi.platform.pricing.SettlementTerms.Tax;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two sides sign. */
class ContractTextTests {

    @Test
    void theFirstTemplateMakesTheSameTextToTheByteForEver() {
        var text = ContractText.of(terms(1, Measure.WEIGHT, 28_500_000));

        assertThat(text)
                .startsWith("再生资源买卖合同\n\n合同编号：Y7K3-9QWT-A2F8-M\n")
                .contains("数量：28.500 吨，溢短装 ±3.00%")
                .contains("单价：15600.00 元/吨（含 13% 增值税专用发票）")
                .contains("货值：444600.00 元")
                .contains("铝含量 97.5 %；形态 型材。")
                .contains("看货期至 2026年12月1日。");
        assertThat(Sha256.of(text)).isEqualTo("42d633485454cf2f4d7787ae7d1c98597ec39da6c537135f93bac5b2a59abb6f");
    }

    @Test
    void piecesAreCounted() {
        assertThat(ContractText.of(terms(1, Measure.PIECES, 12))).contains("数量：12 台");
    }

    @Test
    void gramsAreShownWhereThereAreAny() {
        assertThat(ContractText.of(terms(1, Measure.WEIGHT, 28_500_001))).contains("数量：28.500001 吨");
    }

    @Test
    void theSecondTemplateSaysHowItIsSettledAndMakesTheSameTextForEver() {
        var text = ContractText.of(settled(new Indexed(
                List.of(new Reference("AD", 8_800, new MeanOf(5, LocalDate.parse("2026-12-01")))),
                -12_000,
                List.of(new Penalty("iron_pct", Worse.ABOVE, 100, 300L, new Linear(10, 5_000))))));

        assertThat(text)
                .contains("单价按公式计算（含 13% 增值税专用发票）：0.8800 × 参考价 AD（2026-12-01 起 5 个交易日均价） − 120.00 元/吨")
                .contains("成交日暂估单价：17392.00 元/吨")
                .contains("质量扣款：iron_pct 高于 1.00 的，每 0.10 扣 50.00 元/吨，不足按比例；高于 3.00 的，买方可拒收")
                .contains("磅差不超过卖方净重千分之3的，以卖方磅单为准")
                .contains("实测夹杂高于约定 1.20% 的部分从净重中扣除");
        assertThat(Sha256.of(text)).isEqualTo("eba2d0e727aa544dc1a6532f3de5df130f4d6470087edfbb4e2d91f6f94932b4");
    }

    @Test
    void aPlainPriceIsSaidAsOne() {
        assertThat(ContractText.of(settled(new Fixed(1_560_000, List.of()))))
                .contains("单价：15600.00 元/吨（含 13% 增值税专用发票）")
                .doesNotContain("质量扣款", "公式");
    }

    @Test
    void whatIsComputedWithIsWhatIsWritten() {
        var formula = new Fixed(1_560_000, List.of());

        var terms = settled(formula).settlement().orElseThrow();

        assertThat(terms.formula()).isEqualTo(formula);
        assertThat(terms.basis()).isEqualTo(new DryNet(new Allowance("inclusion_pct", 120)));
        assertThat(terms.tax()).isEqualTo(new Tax(1_300, true));
        assertThat(terms.provisionalShareBp()).isEqualTo(9_000);
    }

    @Test
    void thereIsNoTextOfATemplateThatNeverWas() {
        assertThatThrownBy(() -> ContractText.of(terms(3, Measure.WEIGHT, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWaitsEndsByItselfAndNoStateIsDead() {
        assertThat(DealState.AGREED.next()).containsExactlyInAnyOrder(DealState.SIGNED, DealState.LAPSED);
        assertThat(ProposalState.OPEN.next()).contains(ProposalState.EXPIRED, ProposalState.ACCEPTED);
    }

    private static ContractTerms settled(PriceFormula formula) {
        return terms(
                2,
                Measure.WEIGHT,
                28_500_000,
                new SettlementRules(
                        PriceFormulaJson.write(formula),
                        1_739_200,
                        SettlementBasis.DRY_NET,
                        120,
                        "",
                        0,
                        io.xunshi.platform.pricing.Side.SELLER,
                        30,
                        9_000,
                        1_300,
                        true,
                        "AT_SELLER",
                        "PROVISIONAL_AND_FINAL"));
    }

    private static ContractTerms terms(int template, Measure measure, long quantity) {
        return terms(template, measure, quantity, null);
    }

    private static ContractTerms terms(int template, Measure measure, long quantity, @Nullable SettlementRules rules) {
        return new ContractTerms(
                template,
                "Y7K3-9QWT-A2F8-M",
                "F2C4-D6E8-G1H3-K",
                new Side("巩义再生铝业有限公司", "91410181MA40000001", "回郭镇"),
                new Side("新密铝厂", "91410183MA40000002", "产业园"),
                "NF-AL-EXT-O",
                "旧铝型材(门窗)",
                1,
                "GB/T 13586-2021",
                measure,
                measure == Measure.WEIGHT ? "t" : "台",
                quantity,
                300,
                Money.fen(1_560_000),
                Money.fen(44_460_000),
                List.of(new Stated("铝含量", "97.5", "%"), new Stated("形态", "型材", "")),
                "打包块",
                "河南省郑州市巩义市回郭镇工业区",
                "买方自提，卖方负责装车。",
                "暂付后结算：买方于装车前支付暂付款，重量和质量确定后结清余款。",
                "含 13% 增值税专用发票",
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-11-27"),
                rules);
    }
}
