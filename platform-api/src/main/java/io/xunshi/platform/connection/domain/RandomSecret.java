package io.xunshi.platform.connection.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of 256 random bits, whose beginnings tell people and scanners of leaked keys what they are. */
public final class RandomSecret {
    /** Of a machine client. */
    public static final String CLIENT = "xunshi_secret_";

    /** An access token. */
    public static final String TOKEN = "xunshi_token_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecret() {}

    public static String beginning(String prefix) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
