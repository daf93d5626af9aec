package io.xunshi.platform.deal.domain;

import io.xunshi.platform.pricing.Penalty;
import io.xunshi.platform.pricing.Penalty.Linear;
import io.xunshi.platform.pricing.Penalty.Step;
import io.xunshi.platform.pricing.Penalty.Stepped;
import io.xunshi.platform.pricing.Penalty.Worse;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormula.Fixed;
import io.xunshi.platform.pricing.PriceFormula.Indexed;
import io.xunshi.platform.pricing.PriceFormula.Reference;
import io.xunshi.platform.pricing.QuotationalPeriod;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.MeanOf;
import io.xunshi.platform.pricing.QuotationalPeriod.OnDay;
import io.xunshi.platform.pricing.Side;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** Price and settlement quantity in the words of the second template, which are those for ever. */
record SettlementClauses(SettlementRules rules, String unit, String tax) {
    private static final int HUNDREDTHS = 2;
    private static final int COEFFICIENT_DIGITS = 4;
    private static final int BP_IN_PER_MILLE = 10;

    /** One line for the price, and one for every deduction. */
    String price() {
        var formula = rules.formula();
        return priceOf(formula)
                + formula.penalties().stream().map(this::deduction).collect(Collectors.joining());
    }

    private String priceOf(PriceFormula formula) {
        return switch (formula) {
            case Fixed fixed -> "单价：%s 元/%s（%s）".formatted(yuan(fixed.fenPerTonne()), unit, tax);
            case Indexed indexed ->
                """
                    单价按公式计算（%s）：%s%s 元/%s
                    成交日暂估单价：%s 元/%s；参考价缺价日取前一交易日。""".formatted(
                                tax,
                                indexed.references().stream()
                                        .map(SettlementClauses::reference)
                                        .collect(Collectors.joining(" + ")),
                                signed(indexed.premiumFenPerTonne()),
                                unit,
                                yuan(rules.estimateFen()),
                                unit);
        };
    }

    private static String reference(Reference reference) {
        return "%s × 参考价 %s（%s）"
                .formatted(
                        decimal(reference.coefficientBp(), COEFFICIENT_DIGITS),
                        reference.series(),
                        period(reference.period()));
    }

    private static String period(QuotationalPeriod period) {
        return switch (period) {
            case OnDay on -> "%s 当日价".formatted(on.day());
            case MeanOf mean -> "%s 起 %d 个交易日均价".formatted(mean.from(), mean.days());
            case Called called ->
                "%s点价，%s 至 %s，每次不少于 %s 吨，末次除外；某一交易日的价于前一交易日 21 时前点定，点后不得更改，逾期未点部分按 %s 当日价"
                        .formatted(
                                called.by() == Side.SELLER ? "卖方" : "买方",
                                called.from(),
                                called.deadline(),
                                ContractText.tonnes(called.smallestGrams()),
                                called.deadline());
        };
    }

    private String deduction(Penalty penalty) {
        return "\n质量扣款：%s %s于 %s 的，%s%s"
                .formatted(
                        penalty.attribute(),
                        penalty.bad() == Worse.ABOVE ? "高" : "低",
                        decimal(penalty.free(), HUNDREDTHS),
                        switch (penalty.deduction()) {
                            case Linear linear ->
                                "每 %s 扣 %s 元/%s，不足按比例"
                                        .formatted(decimal(linear.per(), HUNDREDTHS), yuan(linear.fenPerTonne()), unit);
                            case Stepped stepped ->
                                stepped.steps().stream().map(this::step).collect(Collectors.joining("，"));
                        },
                        penalty.reject() == null
                                ? ""
                                : "；%s于 %s 的，买方可拒收"
                                        .formatted(
                                                penalty.bad() == Worse.ABOVE ? "高" : "低",
                                                decimal(penalty.reject(), HUNDREDTHS)));
    }

    private String step(Step step) {
        return "超出 %s 以上扣 %s 元/%s".formatted(decimal(step.over(), HUNDREDTHS), yuan(step.fenPerTonne()), unit);
    }

    /** What is paid for: how it is weighed or counted, and what is taken off. */
    String quantity() {
        return switch (rules.basis()) {
            case COUNT -> "按件计数，以双方清点一致的件数结算。";
            case DRY_NET -> weighed() + inclusion();
            case MOISTURE_ADJ ->
                weighed()
                        + "实测水分高于合同水分 %s%% 的，折算至合同水分。".formatted(decimal(rules.moistureBp(), HUNDREDTHS))
                        + inclusion();
        };
    }

    private String weighed() {
        var mine = rules.scale() == Side.SELLER ? "卖方" : "买方";
        return "双方过磅。磅差不超过卖方净重千分之%s的，以%s磅单为准，不作调整；超过的，以第三方磅单为准，无第三方磅单的以买方实收为准。"
                .formatted(
                        BigDecimal.valueOf(rules.scaleToleranceBp())
                                .divide(BigDecimal.valueOf(BP_IN_PER_MILLE))
                                .toPlainString(),
                        mine);
    }

    private String inclusion() {
        return "实测夹杂高于约定 %s%% 的部分从净重中扣除。结算重量取整到千克。".formatted(decimal(rules.inclusionBp(), HUNDREDTHS));
    }

    private static String signed(long fen) {
        return fen < 0 ? " − " + yuan(-fen) : " + " + yuan(fen);
    }

    private static String yuan(long fen) {
        return decimal(fen, HUNDREDTHS);
    }

    private static String decimal(long amount, int digits) {
        return BigDecimal.valueOf(amount, digits).toPlainString();
    }
}
