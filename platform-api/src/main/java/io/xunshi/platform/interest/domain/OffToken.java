package io.xunshi.platform.interest.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** What the link in a notice says, to turn alerts off without signing in: 128 bits that nobody guesses. */
public record OffToken(String text) {
    private static final int BYTES = 16;

    /** @param random one whose numbers cannot be foretold */
    public static OffToken next(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OffToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored: who reads the table cannot turn anything off. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The page that turns them off. */
    public String path() {
        return "/search-alerts/off?token=" + text;
    }
}
