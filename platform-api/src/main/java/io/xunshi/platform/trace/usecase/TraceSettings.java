package io.xunshi.platform.trace.usecase;

import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who the log is, and who watches it.
 *
 * @param origin its name in checkpoints: where it is published, without a scheme
 * @param signingKey 32-byte Ed25519 seed in base64; whoever has it can speak for the log
 * @param mlDsaKey 32-byte ML-DSA-44 seed in base64, which signs beside the other; empty where the log has none yet
 * @param policy the file that says which witnesses have to cosign (C2SP tlog-policy); nobody has to where it is empty
 * @param witnessTimeout how long a witness may take
 */
@ConfigurationProperties("xunshi.log")
public record TraceSettings(
        String origin,
        String signingKey,
        @DefaultValue("") String mlDsaKey,
        @DefaultValue("") String policy,
        @DefaultValue("2s") Duration witnessTimeout) {

    public byte[] signingKeyBytes() {
        return Base64.getDecoder().decode(signingKey);
    }

    public byte[] mlDsaKeyBytes() {
        return Base64.getDecoder().decode(mlDsaKey);
    }

    /** Without the keys: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "TraceSettings[origin=%s, policy=%s]".formatted(origin, policy);
    }
}
