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

    private Wording() {}

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
