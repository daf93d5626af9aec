package io.xunshi.platform.listing.usecase;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param placeSecret base64; what keeps a rough place from being walked back to the exact one */
@ConfigurationProperties("xunshi.listing")
public record ListingSettings(String placeSecret) {

    public byte[] placeSecretBytes() {
        return Base64.getDecoder().decode(placeSecret);
    }

    /** Without the secret: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "ListingSettings[]";
    }
}
