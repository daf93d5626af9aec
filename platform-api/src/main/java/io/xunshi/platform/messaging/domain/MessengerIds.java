package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.kernel.HeardText;
import java.util.regex.Pattern;

/**
 * Finds invitations to WeChat and QQ under the names that people give them to slip past filters. A name alone is none:
 * a telephone that runs WeChat, a microwave, a V-neck pullover and a QQ toy are goods.
 */
final class MessengerIds {
    /** 微信 by its sound, its looks, its colour. */
    private static final String WECHAT =
            "(?:(?:微|薇|溦|徽|威|维|唯|卫|葳|嶶|薇薇|wei|vei|v|w)(?:信|芯|心|欣|馨|星|xin|x(?![0-9]))|vx号|绿泡泡|绿色泡泡|绿色软件|绿色聊天软件"
                    + "|小绿泡|wechat|weixin|weixing|we chat)";

    private static final String WECHAT_SHORT = "(?:微|薇|溦|徽|威|葳|v|绿泡)";

    /** What follows where a garment, a device or a wrapping is meant. */
    private static final String NO_CONTACT =
            "(?![领绒型波单弹距晶厘米妙量机字脖形口软雕风缩尘光观博诺力]|[a-z](?![a-z_]{0,18}[0-9])|[0-9]{1,3}(?:[^0-9a-z]|$))";

    private static final String ABOUT_THE_APP =
            "(?!小程序|支付|双开|登录|登陆|读书|运动|视频|群|表情|分身|功能|定位|聊天记录|很|都|也|不卡|流畅|电视|地图|锅|导航|信号|城|记录|版|头像)";

    private static final String ADD = "(?:加|架|佳|嘉|伽|珈|\\+|jia|扫|添加|私|搜|联系|换|留|来)";
    private static final String ME = "(?:我|俺|咱|个|下|一下|一个|您|你|本人|卖家|老板|楼主|那个|的){0,3}";

    private static final Pattern WECHAT_INVITATION =
            Pattern.compile(ADD + ME + WECHAT + ABOUT_THE_APP + "|" + ADD + ME + WECHAT_SHORT + NO_CONTACT);
    private static final Pattern WECHAT_TALK = Pattern.compile(WECHAT
            + "(?:号(?!都|已|全|能|可)|id|账号是|同(?:号|步|手机|电话)|手机同|联系|聊(?!天)|私聊|私信|说(?!明)|谈|详|加我|找我|发(?:我|你|您|给)|沟通|多少|是(?!什么|不是))"
            + "|(?:给|有|留|要|换|方便|报|发)(?:我|你|您)?(?:个|一下|下)?" + WECHAT + ABOUT_THE_APP
            + "|(?<![a-z0-9])v我(?=[a-z0-9]|$)|(?:薇|威|徽|溦|v|微)号(?:是|:|[a-z0-9]|多少|发|给|同)|(?:手机号?|电话|号码|手机)(?:也是|就是|=|同)"
            + WECHAT);

    /** A name of the messenger, and behind it what looks like an account's name. */
    private static final Pattern WECHAT_ID = Pattern.compile("(?:(?:" + WECHAT
            + "|vx|wx|(?:薇|溦|徽|威|微)(?![a-z]{0,3}软))[\\s:：号是=~—-]{0,4}|(?<![a-z0-9])[vw]\\s?[:：=]\\s?|\\+\\s?[vw]\\s?)"
            + "(?:[a-z][a-z0-9_-]{5,19}(?![a-z0-9])|[0-9]{6,11}(?![0-9]))");

    private static final Pattern LONE_W = Pattern.compile(ADD + "(?:我|个|下)?\\s?w(?![a-z0-9])");

    private static final String QQ = "(?:q{2}|扣扣|抠抠|叩叩|球球|秋秋|企鹅号?|q号)";
    private static final Pattern QQ_ID = Pattern.compile("(?:" + QQ
            + "|(?<![a-z])q|扣)(?:号码|号|群)?[\\s:：号是=~-]{0,4}(?:[0-9][\\s.\\-]?){5,11}(?![0-9])(?![\\s]?[元块年款个])");
    private static final Pattern QQ_INVITATION = Pattern.compile(
            ADD + ME
                    + "(?:(?:q{1,2}|扣扣|抠抠|叩叩|球球|秋秋|企鹅号)(?![a-z糖弹车版音宠飞0-9])|企鹅(?:聊|联系|详|$))|(?:q{2}|扣扣|企鹅号)(?:聊(?!天)|联系|私聊|详聊|上说|同号|多少|号多少)");

    private MessengerIds() {}

    static boolean wechatIsIn(HeardText text) {
        return WECHAT_INVITATION.matcher(text.compact()).find()
                || WECHAT_TALK.matcher(text.compact()).find()
                || WECHAT_ID.matcher(text.spaced()).find()
                || LONE_W.matcher(text.spaced()).find();
    }

    static boolean qqIsIn(HeardText text) {
        return QQ_ID.matcher(text.spoken()).find()
                || QQ_INVITATION.matcher(text.compact()).find();
    }
}
