package io.xunshi.transparency.auction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What is committed to before anybody may know it; all SHA-256, hexadecimal. */
final class Hashes {
    private static final int NONCE_BYTES = 32;

    private Hashes() {}

    static String ofLine(String line) {
        return sha256(line.getBytes(StandardCharsets.UTF_8));
    }

    /** <code>nonce || amount</code>, the amount as eight bytes, big end first. */
    static String ofReserve(String nonce, long amountFen) throws Contradiction {
        return sha256(ByteBuffer.allocate(NONCE_BYTES + Long.BYTES)
                .put(bytes(nonce))
                .putLong(amountFen)
                .array());
    }

    /** <code>lot || paddle || amount || nonce</code>: sixteen, four, eight and thirty-two bytes, big end first. */
    static String ofSealedBid(UUID lot, long paddle, long amountFen, String nonce) throws Contradiction {
        return sha256(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + Long.BYTES + NONCE_BYTES)
                .putLong(lot.getMostSignificantBits())
                .putLong(lot.getLeastSignificantBits())
                .putInt((int) paddle)
                .putLong(amountFen)
                .put(bytes(nonce))
                .array());
    }

    private static byte[] bytes(String nonce) throws Contradiction {
        try {
            var bytes = HexFormat.of().parseHex(nonce);
            if (bytes.length == NONCE_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Contradiction("A nonce is hexadecimal: " + e.getMessage());
        }
        throw new Contradiction("A nonce has thirty-two bytes");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
