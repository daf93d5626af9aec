package io.xunshi.platform.messaging;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribes to push messages and reads them as RFC 8291 says, with the JDK alone. */
final class Browser {
    private static final int SALT_BYTES = 16;
    private static final int POINT_BYTES = 65;
    private static final int NUMBER_BYTES = 32;
    private static final byte LAST_RECORD = 2;

    /** Its name at the push service. */
    final String subscription = UUID.randomUUID().toString();

    private final ECPrivateKey privateKey;
    private final byte[] publicPoint;
    private final byte[] auth;

    Browser() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            privateKey = (ECPrivateKey) pair.getPrivate();
            publicPoint = uncompressed(((ECPublicKey) pair.getPublic()).getW());
            auth = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(auth);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With keys from elsewhere, in Base64url. */
    Browser(String privateNumber, String publicPoint, String auth) {
        try {
            this.privateKey = (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, bytes(privateNumber)), curve()));
            this.publicPoint = bytes(publicPoint);
            this.auth = bytes(auth);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its page sends to the platform. */
    Map<String, Object> at(String origin, String language) {
        return Map.of(
                "endpoint",
                origin + "/push/" + subscription,
                "keys",
                Map.of("p256dh", text(publicPoint), "auth", text(auth)),
                "language",
                language);
    }

    /** The text of an encrypted message. */
    String read(byte[] message) {
        try {
            var salt = Arrays.copyOfRange(message, 0, SALT_BYTES);
            var header = SALT_BYTES + Integer.BYTES + 1;
            var senderPoint = Arrays.copyOfRange(message, header, header + POINT_BYTES);
            var agreed = KeyAgreement.getInstance("ECDH");
            agreed.init(privateKey);
            agreed.doPhase(
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point(senderPoint), curve())),
                    true);
            var info = ByteBuffer.allocate(14 + 2 * POINT_BYTES)
                    .put(info("WebPush: info"))
                    .put(publicPoint)
                    .put(senderPoint)
                    .array();
            var secret = derive(agreed.generateSecret(), auth, info, NUMBER_BYTES);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(derive(secret, salt, info("Content-Encoding: aes128gcm"), 16), "AES"),
                    new GCMParameterSpec(128, derive(secret, salt, info("Content-Encoding: nonce"), 12)));
            var plain = cipher.doFinal(message, header + POINT_BYTES, message.length - header - POINT_BYTES);
            if (plain[plain.length - 1] != LAST_RECORD) {
                throw new IllegalStateException("The message does not end");
            }
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not meant for this browser", e);
        }
    }

    private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] info(String name) {
        return (name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return curve.getParameterSpec(ECParameterSpec.class);
    }

    private static ECPoint point(byte[] uncompressed) {
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + NUMBER_BYTES)),
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + NUMBER_BYTES, POINT_BYTES)));
    }

    private static byte[] uncompressed(ECPoint point) {
        var bytes = ByteBuffer.allocate(POINT_BYTES).put((byte) 4);
        for (var number : new BigInteger[] {point.getAffineX(), point.getAffineY()}) {
            var digits = "%064x".formatted(number);
            bytes.put(HexFormat.of().parseHex(digits));
        }
        return bytes.array();
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
