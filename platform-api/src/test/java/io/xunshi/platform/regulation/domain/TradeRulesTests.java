package io.xunshi.platform.regulation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.regulation.Rules;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are in force, one by one. */
class TradeRulesTests {
    private static Verdict ofDecember(String category, String title, Map<String, String> attributes) {
        return Rules.today()
                .judge(Rules.goods(category, title, attributes), DeviceFacts.NONE, LocalDate.of(2026, 12, 5));
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest(name = "{1} in {0} is refused as {2}")
    @CsvSource({
        "miscellaneous, 中华香烟一条 未拆, tobacco",
        "miscellaneous, 悦刻五代 送烟弹, tobacco",
        "miscellaneous, 布洛芬没吃完 低价转, medicine",
        "toy, 仿真枪 金属质感, weapon",
        "collectible, 老匕首 带鞘, controlled-knife",
        "miscellaneous, 过年剩的烟花两箱, fireworks",
        "collectible, 老象牙手串, wildlife",
        "miscellaneous, 针孔摄像头 无线, spy-device",
        "miscellaneous, 出售微信号 实名, account-or-card",
        "stroller, 宝得适安全座椅 九成新, child-seat-mark",
        "stroller, 安全座椅 有3C标志 出过事故 外壳完好, child-seat-worn",
        "stroller, 安全座椅 3C认证 2012年生产, child-seat-age",
        "camping, 骑行头盔 摔过一次 不影响使用, helmet-crashed",
        "camping, 摩托车头盔 2019年出厂, helmet-age",
        "motorcycle, 125摩托 报废车 拆件, scrapped-vehicle",
        "car, 捷达 没手续 便宜出, scrapped-vehicle",
        "electric-bicycle, 雅迪 已解限速 跑得快, tampered-electric-bicycle",
        "small-appliance, 安克充电宝 A1647 自用, recalled-power-bank",
        "mobile-phone, 三星 Note7 收藏, recalled-note7",
        "feeding, 爱他美奶粉 已开封 吃了两勺, infant-food"
    })
    void forbiddenGoodsAreRefusedWithTheRuleNamed(String category, String title, String rule) {
        var verdict = judge(category, title);

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly(rule);
        assertThat(verdict.rules().getFirst().sourceZh()).isNotBlank();
        assertThat(verdict.rules().getFirst().adviceZh()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "香 烟",
                "香.烟",
                "ｖａｐｅ",
                "V-A-P-E",
                "香\u200b烟",
                "香煙",
                "相烟",
                "电 子 烟",
                "𝐯𝐚𝐩𝐞",
                "ⓥⓐⓟⓔ",
                "vаpе",
            })
    void aDisguisedWordIsTheSameWord(String word) {
        assertThat(judge("miscellaneous", "出 " + word + " 一条").rules())
                .extracting(TradeRule::id)
                .containsExactly("tobacco");
    }

    @ParameterizedTest
    @CsvSource({
        "kitchen, 方太抽油烟机 吸力大",
        "collectible, 老烟灰缸 无烟渍",
        "power-tool, 牧田手枪钻 12V",
        "tool, 气动吹尘枪",
        "toy, 软弹枪 送软子弹",
        "womens-clothing, 象牙白连衣裙",
        "womens-clothing, 烟花图案半身裙",
        "bag, 瑞士军刀 双肩包",
        "stroller, 安全座椅 有3C标志 2024年生产 没出过事故",
        "camping, 骑行头盔 没摔过 2025年生产",
        "car, 大众高尔夫 手续齐全 送儿童安全座椅接口",
        "electric-bicycle, 爱玛 未改装 有牌",
        "feeding, 奶粉盒 便携 三层",
        "feeding, 奶粉 未开封 到2028年",
        "mobile-phone, 华为 Mate 40 Pro 手机卡槽完好",
        "small-appliance, 安克充电宝 A1263",
        "shoes, 拒绝高仿 专柜购入"
    })
    void whatOnlySoundsForbiddenIsNot(String category, String title) {
        assertThat(judge(category, title)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void talkOfImitationsIsForAModerator() {
        var verdict = judge("shoes", "莆田顶级 跟专柜一样");

        assertThat(verdict).isInstanceOf(Verdict.NeedsReview.class);
        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("counterfeit");
    }

    @Test
    void theGravestRuleDecides() {
        var verdict = judge("shoes", "莆田鞋 送香烟");

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("tobacco");
    }

    @ParameterizedTest(name = "bought in {0}: {1}")
    @CsvSource({"2016, Allowed, 0", "2015, Allowed, 1", "2010, Allowed, 1", "2009, Refused, 1"})
    void aLargeApplianceIsTooOldAfterSixteenYears(String year, String outcome, int rules) {
        var verdict = Rules.today()
                .judge(
                        Rules.goods("refrigerator", "海尔冰箱", Map.of("brand", "海尔", "year", year)),
                        DeviceFacts.NONE,
                        TODAY);

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(verdict.rules()).hasSize(rules);
    }

    @ParameterizedTest(name = "a {0} made in {1}: {2}")
    @CsvSource({
        "refrigerator, 2016, 0",
        "refrigerator, 2015, 1",
        "air-conditioner, 2015, 1",
        "washing-machine, 2018, 0",
        "washing-machine, 2017, 1",
        "television, 2011, 0"
    })
    void whatIsBeyondTheSafeLifeOfItsKindIsSoldWithANotice(String category, String year, int rules) {
        var verdict = ofDecember(category, "旧家电", Map.of("made_year", year));

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict.rules()).hasSize(rules);
    }

    @Test
    void aLaterYearOfPurchaseMakesNothingYounger() {
        var verdict = ofDecember("refrigerator", "海尔冰箱", Map.of("made_year", "2009", "year", "2022"));

        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("appliance-end-of-life");
    }

    @ParameterizedTest(name = "a {0} made in {1}: {2}")
    @CsvSource({
        "stove, 2018, Allowed",
        "stove, 2017, Refused",
        "heater, 2018, Allowed",
        "heater, 2017, Refused",
        "town-heater, 2020, Allowed",
        "town-heater, 2019, Refused"
    })
    void gasAppliancesAreScrappedWhenTheirStandardSaysSo(String kind, String year, String outcome) {
        var verdict = ofDecember("gas-appliance", "万和", Map.of("kind", kind, "made_year", year));

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"small-appliance, 万和燃气热水器, Refused", "kitchen, 燃气灶罩, Allowed", "kitchen, 燃 气 灶 九成新, Refused"})
    void aGasApplianceDoesNotHideInAnotherCategory(String category, String title, String outcome) {
        assertThat(ofDecember(category, title, Map.of()).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void aYearThatHasNotComeIsRefused() {
        var verdict = ofDecember("washing-machine", "洗衣机", Map.of("made_year", "2027"));

        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("year-to-come");
    }

    @Test
    void aGasHeaterIsTooOldAfterEightYears() {
        var verdict = Rules.today()
                .judge(
                        Rules.goods("small-appliance", "万和燃气热水器", Map.of("brand", "万和", "year", "2017")),
                        DeviceFacts.NONE,
                        TODAY);

        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("gas-appliance-age");
    }

    @Test
    void anUnregisteredElectricBicycleIsANoticeOnly() {
        var verdict = Rules.today()
                .judge(Rules.goods("electric-bicycle", "雅迪", Map.of("registered", "false")), DeviceFacts.NONE, TODAY);

        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict.rules()).extracting(TradeRule::id).containsExactly("unregistered-electric-bicycle");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, Allowed, 1", "2027-01-01, Refused, 2"})
    void aDeviceNeedsAWipeRecordFromNewYear2027(LocalDate day, String outcome, int version) {
        var verdict = Rules.today().judge(Rules.goods("laptop", "ThinkPad", Map.of("brand", "联想")), device(false), day);

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(verdict.rules()).extracting(TradeRule::reference).containsExactly("data-wipe@" + version);
    }

    @Test
    void aVerifiedRecordIsAllThatTheStandardWants() {
        var verdict = Rules.today()
                .judge(
                        Rules.goods("laptop", "ThinkPad", Map.of("brand", "联想")),
                        device(true),
                        LocalDate.of(2027, 6, 1));

        assertThat(verdict).isEqualTo(new Verdict.Allowed(List.of()));
    }

    @Test
    void whatHoldsNoDataNeedsNoRecord() {
        var verdict =
                Rules.today().judge(Rules.goods("chair", "椅子", Map.of()), DeviceFacts.NONE, LocalDate.of(2027, 6, 1));

        assertThat(verdict).isEqualTo(new Verdict.Allowed(List.of()));
    }

    @Test
    void anAnnouncedVersionIsPublishedBesideTheOneInForce() {
        assertThat(Rules.today().since(TODAY)).extracting(TradeRule::reference).contains("data-wipe@1", "data-wipe@2");
        assertThat(Rules.today().since(LocalDate.of(2027, 1, 1)))
                .extracting(TradeRule::reference)
                .contains("data-wipe@2")
                .doesNotContain("data-wipe@1");
    }

    @Test
    void whatMustNotBeSoldIsNotLookedForEither() {
        assertThat(wish("miscellaneous", "收一条软中华香烟")).isInstanceOf(Verdict.Refused.class);
        assertThat(wish("shoes", "求莆田鞋 43 码")).isInstanceOf(Verdict.NeedsReview.class);
    }

    @Test
    void nothingIsAskedOfAThingThatNobodyHasInHandYet() {
        assertThat(wish("stroller", "安全座椅 0 到 4 岁")).isInstanceOf(Verdict.Allowed.class);
        assertThat(Rules.today()
                        .judgeWish(Rules.goods("mobile-phone", "iPhone 13", Map.of()), LocalDate.of(2027, 1, 1)))
                .isInstanceOf(Verdict.Allowed.class);
    }

    private static Verdict wish(String category, String words) {
        return Rules.today().judgeWish(Rules.goods(category, words, Map.of()), TODAY);
    }

    private static Verdict judge(String category, String title) {
        return Rules.today().judge(Rules.goods(category, title, Map.of()), device(true), TODAY);
    }

    private static DeviceFacts device(boolean isWiped) {
        return new DeviceFacts(isWiped, false, false, false, false);
    }
}
