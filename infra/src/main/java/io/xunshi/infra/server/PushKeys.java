package io.xunshi.infra.server;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The two P-256 keys by which push services know the platform (VAPID, RFC 8292), in Base64url as all tools for web push
 * write them.
 *
 * @param publicKey the uncompressed point, 65 bytes; every browser that subscribes is told it
 * @param privateKey 32 bytes
 */
public record PushKeys(String publicKey, String privateKey) {

    private static final int FIELD_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    /** New ones. */
    public static PushKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            byte[] uncompressed = new byte[1 + 2 * FIELD_BYTES];
            uncompressed[0] = UNCOMPRESSED;
            copy(point.getAffineX(), uncompressed, 1);
            copy(point.getAffineY(), uncompressed, 1 + FIELD_BYTES);
            byte[] secret = new byte[FIELD_BYTES];
            copy(((ECPrivateKey) pair.getPrivate()).getS(), secret, 0);
            return new PushKeys(text(uncompressed), text(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** Leaves the private one out. */
    @Override
    public String toString() {
        return "PushKeys " + publicKey;
    }

    /** As many bytes as the field has, whatever the number's size. */
    private static void copy(BigInteger number, byte[] target, int offset) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - length, target, offset + FIELD_BYTES - length, length);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
