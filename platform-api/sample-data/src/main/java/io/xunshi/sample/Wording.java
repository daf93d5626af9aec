package io.xunshi.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** How sellers in Zhengzhou write. */
final class Wording {
    private static final List<String> TITLE_ENDINGS =
            List.of("", "", "", " 自用", " 搬家急出", " 可小刀", " 闲置转让", " 几乎没用", " 同城自提", " 低价出");
    private static final List<String> REASONS = List.of(
            "搬家带不走，便宜出了。",
            "换了新的，这件闲置在家。",
            "孩子长大用不上了。",
            "买来没怎么用，放着占地方。",
            "毕业离校，整理宿舍。",
            "公司搬迁，多出来的。",
            "朋友送的，家里已经有一件。",
            "爱好换了，转给喜欢的人。");
    private static final List<String> HANDOVERS =
            List.of("可以到小区门口当面看货。", "地铁口自提，电梯房好搬。", "周末白天都在家。", "晚上七点后方便交接。", "工作日午休可以约。", "需要自备车辆搬运。");
    private static final List<String> CLOSINGS = List.of("看好再拍，当面验货。", "诚心要可以小刀。", "不退不换，介意勿拍。", "有问题随时问。", "先到先得。");

    private static final List<String> NAME_BEGINNINGS = List.of(
            "小雨", "老张", "阿宁", "豆豆妈", "郑大学长", "二七老李", "金水小王", "木木", "晴天", "安安", "老周", "阿杰", "小满", "橙子", "大林", "果果",
            "南阳路小陈", "清风", "米粒", "阿琳");
    private static final List<String> NAME_ENDINGS = List.of("", "的闲置", "小铺", "在郑州", "好物", "慢慢淘", "家", "书房", "断舍离");

    private static final List<String> CONTENT_BUYERS =
            List.of("和描述一致，卖家爽快。", "东西比照片还新，值。", "当面验货没问题，交接很快。", "卖家热心，还帮忙搬上车。", "性价比高，下次还来。", "包装仔细，配件齐全。", "");
    private static final List<String> DISAPPOINTED_BUYERS =
            List.of("有一处划痕没写清楚，不过能用。", "等了半小时才到，东西还行。", "成色比描述差一点，价格倒也合适。");
    private static final List<String> CONTENT_SELLERS =
            List.of("付款快，准时来取。", "沟通顺畅，好买家。", "说好不变卦，省心。", "当面看好就成交，爽快。", "");
    private static final List<String> DISAPPOINTED_SELLERS = List.of("改了两次时间，好在最后来了。", "当面又砍价，有点为难。");

    private Wording() {}

    /** Seven of ten people are entirely content. */
    static int rating(RandomGenerator random) {
        return List.of(5, 5, 5, 5, 5, 5, 5, 4, 4, 3).get(random.nextInt(10));
    }

    static String ofBuyer(int rating, RandomGenerator random) {
        return pick(rating > 3 ? CONTENT_BUYERS : DISAPPOINTED_BUYERS, random);
    }

    static String ofSeller(int rating, RandomGenerator random) {
        return pick(rating > 3 ? CONTENT_SELLERS : DISAPPOINTED_SELLERS, random);
    }

    static String title(Good good, RandomGenerator random) {
        return pick(good.titles(), random) + pick(TITLE_ENDINGS, random);
    }

    static String description(Good good, RandomGenerator random) {
        var facts = good.facts().stream().filter(fact -> random.nextInt(4) > 0).toList();
        return "%s%n%s%n%s%s"
                .formatted(
                        pick(REASONS, random),
                        facts.isEmpty() ? good.facts().getFirst() + "。" : String.join("，", facts) + "。",
                        pick(HANDOVERS, random),
                        pick(CLOSINGS, random));
    }

    /** A name for the n-th person; no two are alike below 180. */
    static String displayName(int n) {
        return NAME_BEGINNINGS.get(n % NAME_BEGINNINGS.size())
                + NAME_ENDINGS.get(n / NAME_BEGINNINGS.size() % NAME_ENDINGS.size());
    }

    static <T> T pick(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
