package io.xunshi.infra.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets that nobody can guess. */
public final class Secrets {

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 32 random bytes in Base64: an AES-256 key or an Ed25519 seed. */
    public static String key() {
        return Base64.getEncoder().encodeToString(bytes(KEY_BYTES));
    }

    /** 128 random bits as 32 hexadecimal digits, safe in URLs and configuration files. */
    public static String password() {
        return HexFormat.of().formatHex(bytes(PASSWORD_BYTES));
    }

    /** A number that nobody can guess better than by chance, both ends included. */
    public static int between(int least, int most) {
        return RANDOM.nextInt(least, most + 1);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
