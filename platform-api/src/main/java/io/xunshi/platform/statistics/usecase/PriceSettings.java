package io.xunshi.platform.statistics.usecase;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What nobody outside may know of how prices are protected.
 *
 * @param secret base64; gives groups their names of a week
 * @param dominancePercent p of the p %-rule
 */
@ConfigurationProperties("xunshi.prices")
public record PriceSettings(String secret, int dominancePercent) {

    public byte[] secretBytes() {
        return Base64.getDecoder().decode(secret);
    }

    /** Without its secrets: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "PriceSettings[]";
    }
}
