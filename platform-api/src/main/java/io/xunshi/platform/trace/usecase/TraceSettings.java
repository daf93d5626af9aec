package io.xunshi.platform.trace.usecase;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who the log is.
 *
 * @param origin its name in checkpoints: where it is published, without a scheme
 * @param signingKey 32-byte Ed25519 seed in base64; whoever has it can speak for the log
 */
@ConfigurationProperties("xunshi.log")
public record TraceSettings(String origin, String signingKey) {

    public byte[] signingKeyBytes() {
        return Base64.getDecoder().decode(signingKey);
    }

    /** Without the key: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "TraceSettings[origin=%s]".formatted(origin);
    }
}
