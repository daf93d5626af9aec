package io.xunshi.transparency.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs notes with an Ed25519 key that is known by its 32-byte seed. Thread-safe. */
public final class NoteSigner {
    private static final int SEED_BYTES = 32;

    /** What PKCS #8 puts before an Ed25519 seed (RFC 8410). */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey key;
    private final VerifierKey verifier;

    private NoteSigner(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** @param name the key's name, which for a log is its origin */
    public static NoteSigner of(String name, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("An Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            var encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SEED_BYTES);
            System.arraycopy(seed, 0, encoded, PKCS8_PREFIX.length, SEED_BYTES);
            var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new NoteSigner(key, VerifierKey.of(name, publicKeyOf(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * The note: its text, an empty line, the signature line.
     *
     * @param text ends in a line feed
     */
    public String sign(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A note's text ends in a line feed");
        }
        var id = verifier.id();
        var signature = signature(text.getBytes(StandardCharsets.UTF_8));
        var blob = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, blob, id.length, signature.length);
        return text + "\n\u2014 " + verifier.name() + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    private byte[] signature(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with a sound key cannot fail", e);
        }
    }

    /**
     * A generator that is fed the seed as its randomness makes the pair of that seed; the JDK has no shorter way to the
     * public key.
     */
    private static byte[] publicKeyOf(byte[] seed) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SeedAsRandomness(seed));
        var encoded = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - SEED_BYTES, encoded.length);
    }

    private static final class SeedAsRandomness extends SecureRandom {
        private final transient byte[] seed;

        SeedAsRandomness(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
