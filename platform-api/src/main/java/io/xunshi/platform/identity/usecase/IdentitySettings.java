package io.xunshi.platform.identity.usecase;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How accounts are kept and reached.
 *
 * @param fieldKey 32 random bytes in base64; losing it loses all contacts and names
 * @param noticeUrl the provider that sends text messages and e-mails
 * @param realNameUrl the provider that checks names against identity numbers
 * @param codeValidity how long a one-time code is good
 * @param codePause how long a contact waits for its next code
 * @param providerTimeout how long either provider may take
 * @param secondFactorGrace how long somebody holds an office without a second factor
 * @param passwordMemory what hashing one password takes; less is for machines that keep nobody's secrets
 */
@ConfigurationProperties("xunshi.identity")
public record IdentitySettings(
        String fieldKey,
        URI noticeUrl,
        URI realNameUrl,
        @DefaultValue("10m") Duration codeValidity,
        @DefaultValue("60s") Duration codePause,
        @DefaultValue("3s") Duration providerTimeout,
        @DefaultValue("16MB") DataSize passwordMemory,
        @DefaultValue("30d") Duration secondFactorGrace) {
    private static final int KEY_BYTES = 32;

    public IdentitySettings {
        if (Base64.getDecoder().decode(fieldKey).length != KEY_BYTES) {
            throw new IllegalArgumentException("xunshi.identity.field-key must be 32 bytes in base64");
        }
    }

    public byte[] fieldKeyBytes() {
        return Base64.getDecoder().decode(fieldKey);
    }

    /** Without the key: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "IdentitySettings[noticeUrl=%s, realNameUrl=%s]".formatted(noticeUrl, realNameUrl);
    }
}
