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
 * another material, and on the other side.
 */
public final class WeekPseudonyms {
    private static final int BYTES = 8;

    private final SecretKeySpec key;

    public WeekPseudonyms(byte[] secret) {
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    String of(ObservedDeal deal, PriceLevel level, TradeSide side) {
        var scope = level == PriceLevel.PARENT ? "within " + deal.parent() : deal.material();
        var group = side == TradeSide.SELLER ? deal.sellerGroup() : deal.buyerGroup();
        return hmac("price|%s|%s|%s|%s".formatted(deal.week(), scope, side, group));
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
