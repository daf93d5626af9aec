package io.xunshi.platform.deal.domain;

import io.xunshi.platform.deal.domain.ContractTerms.Stated;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The contract (再生资源买卖合同) in words. Chinese, since that is the text that binds; the same terms make the same text to
 * the byte for ever, so a new wording is a new template and this one stays.
 */
public final class ContractText {
    /** The template that new contracts are written in. */
    public static final int NEWEST = 2;

    private static final int GRAMS_PER_TONNE_DIGITS = 6;
    private static final int FEN_DIGITS = 2;
    private static final int KILOGRAM_DIGITS = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private ContractText() {}

    /** @throws IllegalArgumentException for a template that never was */
    public static String of(ContractTerms terms) {
        var rules = terms.rules();
        if (terms.template() == 1) {
            return first(terms);
        }
        if (terms.template() == 2 && rules != null) {
            return second(terms, rules);
        }
        throw new IllegalArgumentException("No contract template " + terms.template());
    }

    private static String second(ContractTerms terms, SettlementRules rules) {
        return """
                再生资源买卖合同

                合同编号：%s
                货源编号：%s
                成交日期：%s

                卖方：%s
                统一社会信用代码：%s
                地址：%s

                买方：%s
                统一社会信用代码：%s
                地址：%s

                第一条 货物
                品名：%s（品类代码 %s，目录第 %d 版）
                执行标准：%s
                数量：%s，溢短装 ±%s%%；超出部分未经买方同意不计价
                包装：%s

                第二条 质量
                卖方申报：
                %s
                货物不得含放射性超标物、密闭容器、爆炸物及未申报的危险废物；发现其一，买方可拒收。

                第三条 价格
                %s
                货值：%s 元，按合同数量计；结算货款以结算数量和结算单价为准。

                第四条 交货
                货物所在地：%s
                交货方式：%s
                %s
                第五条 付款
                %s货款经平台托管，结算单确认后支付卖方。

                第六条 计量与结算数量
                %s

                第七条 取样、化验与异议
                样品一式四份：工作样、仲裁样、买卖双方各一份，封存不少于三十日。双方化验结果之差不超过约定允差的取平均值；超过的，由双方认可的检验机构化验仲裁样，费用由结果偏离较大的一方承担。
                买方收货后对重量或质量有异议的，应在平台提出；对方三日内未答复的，按所提异议处理。双方七日内未达成一致的，由平台在十五日内裁定。

                第八条 签署
                双方在循市平台以实名账号签署本合同。成交后四十八小时内双方未全部签署的，本合同不生效，货物恢复挂出。
                """.formatted(
                        terms.dealCode(),
                        terms.lotCode(),
                        DAY.format(terms.agreedOn()),
                        terms.seller().name(),
                        terms.seller().creditCode(),
                        terms.seller().place(),
                        terms.buyer().name(),
                        terms.buyer().creditCode(),
                        terms.buyer().place(),
                        terms.materialName(),
                        terms.materialCode(),
                        terms.materialEdition(),
                        terms.standard().isEmpty() ? "双方约定" : terms.standard(),
                        quantity(terms),
                        decimal(terms.toleranceBasisPoints(), FEN_DIGITS),
                        terms.packing(),
                        quality(terms),
                        new SettlementClauses(rules, unit(terms), terms.tax()).price(),
                        yuan(terms.value()),
                        terms.place(),
                        terms.delivery(),
                        inspection(terms),
                        terms.payment(),
                        new SettlementClauses(rules, unit(terms), terms.tax()).quantity());
    }

    private static String first(ContractTerms terms) {
        return """
                再生资源买卖合同

                合同编号：%s
                货源编号：%s
                成交日期：%s

                卖方：%s
                统一社会信用代码：%s
                地址：%s

                买方：%s
                统一社会信用代码：%s
                地址：%s

                第一条 货物
                品名：%s（品类代码 %s，目录第 %d 版）
                执行标准：%s
                数量：%s，溢短装 ±%s%%
                包装：%s

                第二条 质量
                卖方申报：
                %s
                货物不得含放射性超标物、密闭容器、爆炸物及未申报的危险废物。

                第三条 价格
                单价：%s 元/%s（%s）
                货值：%s 元，按合同数量计；结算数量以过磅净重为准。

                第四条 交货
                货物所在地：%s
                交货方式：%s
                %s
                第五条 付款
                %s

                第六条 计量
                双方磅单相差不超过卖方磅单的千分之三的，以合同约定一方磅单为准，不作调整；超过的，以第三方磅单为准。

                第七条 质量异议
                买方收货后对重量或质量有异议的，应及时提出并保留货样。样品一式四份：工作样、仲裁样、买卖双方各一份，封存不少于三十日。

                第八条 签署
                双方在循市平台以实名账号签署本合同。成交后四十八小时内双方未全部签署的，本合同不生效，货物恢复挂出。
                """.formatted(
                        terms.dealCode(),
                        terms.lotCode(),
                        DAY.format(terms.agreedOn()),
                        terms.seller().name(),
                        terms.seller().creditCode(),
                        terms.seller().place(),
                        terms.buyer().name(),
                        terms.buyer().creditCode(),
                        terms.buyer().place(),
                        terms.materialName(),
                        terms.materialCode(),
                        terms.materialEdition(),
                        terms.standard().isEmpty() ? "双方约定" : terms.standard(),
                        quantity(terms),
                        decimal(terms.toleranceBasisPoints(), FEN_DIGITS),
                        terms.packing(),
                        quality(terms),
                        yuan(terms.price()),
                        unit(terms),
                        terms.tax(),
                        yuan(terms.value()),
                        terms.place(),
                        terms.delivery(),
                        inspection(terms),
                        terms.payment());
    }

    private static String quality(ContractTerms terms) {
        return terms.quality().isEmpty()
                ? "无。"
                : terms.quality().stream().map(ContractText::stated).collect(Collectors.joining("；", "", "。"));
    }

    private static String stated(Stated stated) {
        return stated.unit().isEmpty()
                ? "%s %s".formatted(stated.name(), stated.value())
                : "%s %s %s".formatted(stated.name(), stated.value(), stated.unit());
    }

    private static String inspection(ContractTerms terms) {
        var last = terms.inspectionTo();
        return last == null ? "" : "看货期至 %s。\n".formatted(DAY.format(last));
    }

    private static String quantity(ContractTerms terms) {
        return terms.measure() == Measure.WEIGHT
                ? "%s 吨".formatted(tonnes(terms.quantity()))
                : "%d %s".formatted(terms.quantity(), terms.unit());
    }

    private static String unit(ContractTerms terms) {
        return terms.measure() == Measure.WEIGHT ? "吨" : terms.unit();
    }

    /** To the kilogram at least, to the gram where there are any. */
    static String tonnes(long grams) {
        var exact = BigDecimal.valueOf(grams, GRAMS_PER_TONNE_DIGITS).stripTrailingZeros();
        return exact.setScale(Math.max(exact.scale(), KILOGRAM_DIGITS)).toPlainString();
    }

    private static String yuan(Money money) {
        return decimal(money.amount(), FEN_DIGITS);
    }

    private static String decimal(long amount, int digits) {
        return BigDecimal.valueOf(amount, digits).toPlainString();
    }
}
