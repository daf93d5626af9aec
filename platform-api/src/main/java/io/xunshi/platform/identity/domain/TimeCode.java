package io.xunshi.platform.identity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Six digits that a secret and the time give (TOTP, RFC 6238 over HOTP, RFC 4226). The parameters are those that every
 * authenticator knows: HMAC-SHA-1, thirty seconds, six digits.
 */
public final class TimeCode {
    /** RFC 4226 section 4 recommends 160 bits. */
    public static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;

    /** Clocks of telephones and the time of typing: one step before and after (RFC 6238 section 5.2). */
    private static final int STEPS_AROUND = 1;

    private static final int DIGITS_BELOW = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCode() {}

    /** The time step in which the code is right; empty where it is right in none of those around now. */
    public static OptionalLong stepOf(String code, byte[] secret, Instant now) {
        var current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - STEPS_AROUND, current + STEPS_AROUND)
                .filter(step -> isEqual(code, codeAt(secret, step)))
                .findFirst();
    }

    /** The code of a moment. */
    public static String at(byte[] secret, Instant moment) {
        return codeAt(secret, moment.getEpochSecond() / STEP_SECONDS);
    }

    /** What authenticators read a secret from (RFC 4648 section 6, without padding). */
    public static String base32(byte[] secret) {
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (byte one : secret) {
            bits = (bits << 8 | one & 0xff) & 0xfff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(BASE32.charAt(bits >> held & 31));
            }
        }
        return held == 0
                ? text.toString()
                : text.append(BASE32.charAt(bits << 5 - held & 31)).toString();
    }

    private static String codeAt(byte[] secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return "%06d".formatted(number % DIGITS_BELOW);
    }

    private static boolean isEqual(String typed, String right) {
        return MessageDigest.isEqual(typed.getBytes(UTF_8), right.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", e);
        }
    }
}
