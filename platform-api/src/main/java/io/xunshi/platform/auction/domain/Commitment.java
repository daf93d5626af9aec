package io.xunshi.platform.auction.domain;

import io.xunshi.platform.kernel.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Amounts that are fixed before anybody may know them: their hash is published first, what was hashed afterwards. The
 * nonce keeps the amount from being found by trying all of them.
 */
public final class Commitment {
    /** 256 bits: as many as the hash. */
    public static final int NONCE_BYTES = 32;

    private Commitment() {}

    /**
     * To a reserve (保留价): <code>SHA-256(nonce || amount)</code>, the amount in fen per unit as eight bytes, big end
     * first.
     *
     * @return hexadecimal
     */
    public static String toReserve(byte[] nonce, long amountFen) {
        return Sha256.of(buffer(NONCE_BYTES + Long.BYTES)
                .put(checked(nonce))
                .putLong(amountFen)
                .array());
    }

    /**
     * To a sealed bid (暗标): <code>SHA-256(lot || bidder || amount || nonce)</code>: the lot's id as sixteen bytes, the
     * paddle number as four, the amount in fen per unit as eight, each with its big end first. Lot and bidder are in it
     * so that nobody can hand in a copy of somebody else's commitment.
     *
     * @return hexadecimal
     */
    public static String toSealedBid(UUID lot, int paddle, long amountFen, byte[] nonce) {
        return Sha256.of(buffer(2 * Long.BYTES + Integer.BYTES + Long.BYTES + NONCE_BYTES)
                .putLong(lot.getMostSignificantBits())
                .putLong(lot.getLeastSignificantBits())
                .putInt(paddle)
                .putLong(amountFen)
                .put(checked(nonce))
                .array());
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes);
    }

    private static byte[] checked(byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("A nonce has %d bytes: %d".formatted(NONCE_BYTES, nonce.length));
        }
        return nonce;
    }
}
