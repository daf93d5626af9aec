package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.kernel.HeardText;
import java.util.regex.Pattern;

/** Finds talk of codes to be scanned and of money that would pass by the escrow. Meeting in person is no such talk. */
final class OffPlatform {
    private static final String CODE = "(?:二维码|2维码|二唯码|收款码|付款码|收钱码|qr|qr码|小程序码|名片码)";
    private static final String NO_TOOL = "(?!枪|器|打印|标签|机|贴纸|不干胶|还在|完好)";

    private static final Pattern QR = Pattern.compile(
            "(?:发|扫|给|加|截|看|识别|长按|保存|有|来)[^,。!?]{0,5}" + CODE + NO_TOOL
                    + "|" + CODE + "[^,。!?]{0,4}(?:发|给你|给我|加|扫一|扫我|扫了|在图|在照片|在头像|看图|转|付)"
                    + "|(?:发|给)(?:你|我|您)个?码(?![数表])|扫(?:码|我|一扫|描|一下)(?:加|联系|付|转|进|我头像)|(?:头像|图片|照片|主页)[^,。!?]{0,4}(?:有|是|扫)[^,。!?]{0,3}(?:码|联系方式)");

    private static final String WALLET =
            "(?:支付宝|zfb|支付bao|芝付宝|知付宝|微信|薇信|v信|vx|wx|银行卡|余额宝|云闪付|数字人民币|红包|qq钱包|银联|卡号|对公账户|口令红包)";

    private static final Pattern PAYMENT = Pattern.compile(
            // The wallet, then the paying.
            WALLET + "(?:上|里|给|直接|扫|走|先|或者|可以|都){0,3}(?:转(?![移发让圈])|打(?:给|我|过|款|钱)|付(?!宝|款刷|款码)|收款(?!码|音|机|语音|设备)|汇)"
                    // The paying, then the wallet.
                    + "|(?:转|打|汇|付|发|走|用)(?:钱|款|账)?(?:给|到|我|进|个|我的|你的){0,3}" + WALLET
                    + "(?!支付|能|登|双|视频|聊天|分身|群|红包封面|封面|没问题|收款(?:码|音|机|语音|设备))"
                    // Round the platform.
                    + "|(?:不走|不要走|别走|不想走|绕开|绕过|脱离|避开|跳过|离开|别用|别在|不通过|不经过|不用在|不用走|省得走)[^,。!?]{0,3}(?:平台|循市|担保|系统|app|软件|官方)"
                    + "|(?:平台|循市|官方)[^,。!?]{0,3}(?:外|以外|之外)(?:交易|付款|付|转|谈|成交)"
                    + "|(?:私下|线下|站外|场外|私底下|私聊|微下|底下|线下直接)(?:交易)?[^,。!?]{0,3}(?:付款|转账|转钱|转我|打款|付钱|给钱|结算|成交便宜|便宜|转给|转)(?!手)"
                    + "|(?:给|付|收)现金|现金(?:付|给|结|便宜)|私下(?:交易|成交|谈价|解决)|走私下"
                    + "|(?:定金|订金|押金|保证金|货款|尾款|手续费|运费|诚意金)[^,。!?]{0,4}(?:转(?![让移])|打(?:给|我|过|到|款)|汇|发红包|扫|付给我|付我)"
                    + "|(?:直接|先|可以|你)(?:把钱)?(?:转账|打款|转钱|汇款|打钱|转我|转给我|打给我|转过来|打过来|转到)"
                    + "|(?:点|开|发)(?:这个|我的|我发的)?(?:链接|连接|网址)(?:付款|支付|下单|拍|付)|(?:平台|官方|循市)客服[^,。!?]{0,4}(?:加|联系|微信|qq|退款)");

    private OffPlatform() {}

    static boolean qrTalkIsIn(HeardText text) {
        return QR.matcher(text.compact()).find();
    }

    static boolean paymentTalkIsIn(HeardText text) {
        return PAYMENT.matcher(text.compact()).find();
    }
}
