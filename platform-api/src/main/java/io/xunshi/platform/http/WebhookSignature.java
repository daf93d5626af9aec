package io.xunshi.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook, in Stripe's form: <code>t=seconds,v1=hex(HMAC-SHA256(secret, t + "." + payload))</code>,
 * possibly with several v1 while a secret is being changed. Compared in constant time; a time too far off, in either
 * direction, is a replay.
 */
public final class WebhookSignature {
    private WebhookSignature() {}

    public static boolean isGenuine(String header, String payload, String secret, Instant now, Duration tolerance) {
        var time = valuesOf(header, "t").findFirst().filter(text -> text.matches("[0-9]{1,12}"));
        return time.isPresent()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time.get())), now)
                                .abs()
                                .compareTo(tolerance)
                        <= 0
                && valuesOf(header, "v1").anyMatch(given -> isEqual(given, sign(time.get(), payload, secret)));
    }

    /** The v1 value. */
    public static String sign(String epochSecond, String payload, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((epochSecond + "." + payload).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static Stream<String> valuesOf(String header, String name) {
        return Stream.of(header.split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1));
    }

    private static boolean isEqual(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
