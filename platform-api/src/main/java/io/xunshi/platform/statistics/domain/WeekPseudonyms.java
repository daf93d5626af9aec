package io.xunshi.platform.statistics.domain;

import io.xunshi.transparency.price.TradeSide;
import io.xunshi.transparency.record.PriceLevel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names of groups that are good for one material and one week: the same group has another name in the next week, of
 * another material, and on the other side. The key is one of its own, derived from the secret, so that nothing else
 * that the secret protects can be tried against what is public here. It must not change while a vintage of a week is
 * still to come: a group that was revealed before and is again would be counted as two, in the bands, the caps and the
 * intervals.
 */
public final class WeekPseudonyms {
    private static final int BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String LABEL = "xunshi/price-pseudonyms/1";

    private final SecretKeySpec key;

    public WeekPseudonyms(byte[] secret) {
        key = new SecretKeySpec(hmac(new SecretKeySpec(secret, ALGORITHM), LABEL), ALGORITHM);
    }

    String of(ObservedDeal deal, PriceLevel level, TradeSide side) {
        var scope = level == PriceLevel.PARENT ? "within " + deal.parent() : deal.material();
        var group = side == TradeSide.SELLER ? deal.sellerGroup() : deal.buyerGroup();
        var mac = hmac(key, "price|%s|%s|%s|%s".formatted(deal.week(), scope, side, group));
        return HexFormat.of().formatHex(mac, 0, BYTES);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
