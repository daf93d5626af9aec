package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.kernel.HeardText;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds e-mail and web addresses, spelt out ones too, and among the latter those that are known to cheat. */
final class Addresses {
    private static final String DOT = "\\s{0,2}(?:\\.|。|\\(dot\\)|\\[dot\\]|\\sdot\\s|点)\\s{0,2}";
    private static final String ENDINGS =
            "(?:com|cn|net|org|top|xyz|vip|cc|shop|site|club|info|link|icu|ink|me|app|ltd|work|online|store|tk|cyou|buzz|fun|pro|wang)";

    private static final Pattern EMAIL = Pattern.compile(
            "[a-z0-9][a-z0-9._%+-]{1,63}\\s{0,2}(?:@|\\(at\\)|\\[at\\]|\\sat\\s|艾特|圈a|#at#|\\(a\\))\\s{0,2}[a-z0-9-]{2,63}(?:"
                    + DOT + "|\\s)(?:com|cn|net|org|edu|me)(?![a-z])");
    private static final Pattern MAILBOX = Pattern.compile(
            "[a-z0-9._]{5,}[^a-z0-9]{0,3}(?:qq|163|126|139|gmail|outlook|sina|foxmail|hotmail)\\s?(?:邮箱|邮件)"
                    + "|邮箱[:：是\\s]{0,3}[a-z0-9._]{5,}");

    private static final Pattern LINK = Pattern.compile("(?:https?|h\\s?t\\s?t\\s?ps?|hxxps?)\\s?[:：]\\s?/\\s?/|www"
            + DOT + "|(?<![a-z0-9.@-])(?:[a-z0-9-]{2,63}" + DOT + "){1,4}" + ENDINGS + "(?![a-z0-9])");

    /** Services that hide where a link leads. */
    private static final Pattern HIDING = Pattern.compile(
            "(?<![a-z0-9-])(?:t\\.cn|dwz\\.cn|dwz\\.mk|url\\.cn|suo\\.im|suo\\.nz|bit\\.ly|tinyurl\\.com|is\\.gd|w\\.url\\.cn|3\\.cn|m6z\\.cn|rrd\\.me|sourl\\.cn|dwz\\.date|t\\.co)/");

    /** An address in numbers, in another script's letters, or with a false name before an @. */
    private static final Pattern VEILED =
            Pattern.compile("https?://(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|https?://[^\\s/]*@|(?<![a-z0-9])xn--[a-z0-9]");

    private static final Pattern HOST =
            Pattern.compile("(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,10}(?![a-z0-9])");

    /** Markets and payments that are imitated. */
    private static final Pattern BRAND = Pattern.compile(
            "xianyu|xiany[uv]|goofish|zhuanzhuan|xunshi|alipay|taobao|tmall|tmail|weixin|wechat|wxpay|paypal|jingdong|pinduoduo|2\\.taobao|95588|unionpay");

    private static final Pattern TRUE_BRAND = Pattern.compile(
            "(?:^|\\.)(?:goofish\\.com|zhuanzhuan\\.com|alipay\\.com|taobao\\.com|tmall\\.com|weixin\\.qq\\.com|wechat\\.com|paypal\\.com|pinduoduo\\.com|yangkeduo\\.com|unionpay\\.com)$");

    /** Endings that cost nothing, with words that ask for trust or money. */
    private static final Pattern BAIT = Pattern.compile(
            "(?:pay|order|refund|kefu|safe|verify|escrow|danbao|jiaoyi|shouhuo|tuikuan|dingdan|renzheng|login)[a-z0-9.-]*\\.(?:top|xyz|icu|tk|cc|vip|shop|club|work|buzz|cyou|site|online|info|fun|ink|wang)$"
                    + "|\\.(?:tk|cyou|buzz|icu)$");

    private Addresses() {}

    static boolean emailIsIn(HeardText text) {
        return EMAIL.matcher(text.spaced()).find()
                || MAILBOX.matcher(text.spaced()).find();
    }

    static boolean linkIsIn(HeardText text) {
        return LINK.matcher(text.spaced()).find();
    }

    static boolean scamLinkIsIn(HeardText text) {
        return Stream.of(text.spaced(), text.joined()).anyMatch(Addresses::cheats);
    }

    private static boolean cheats(String text) {
        return HIDING.matcher(text).find()
                || VEILED.matcher(text).find()
                || HOST.matcher(text).results().anyMatch(host -> isFalse(host.group()));
    }

    private static boolean isFalse(String host) {
        return BRAND.matcher(host).find() && !TRUE_BRAND.matcher(host).find()
                || BAIT.matcher(host).find();
    }
}
