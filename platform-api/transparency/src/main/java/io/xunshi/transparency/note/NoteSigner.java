package io.xunshi.transparency.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;

/** Signs notes with a key that is known by its 32-byte seed. Thread-safe. */
public final class NoteSigner {
    private static final int SEED_BYTES = 32;

    private final PrivateKey key;
    private final VerifierKey verifier;

    private NoteSigner(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * @param name the key's name, which for a log is its origin
     * @throws IllegalArgumentException where the name cannot stand in a note, or the seed has not 32 bytes
     */
    public static NoteSigner of(String name, SignatureType type, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("A seed has 32 bytes, not " + seed.length);
        }
        var pair = pairOf(type, seed);
        var encoded = pair.getPublic().getEncoded();
        var publicKey = Arrays.copyOfRange(encoded, encoded.length - type.keyBytes(), encoded.length);
        return new NoteSigner(pair.getPrivate(), new VerifierKey(name, type, publicKey));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * The signature line under a text.
     *
     * @param at the second of it is in a cosignature
     * @throws IllegalArgumentException where the key's type signs checkpoints only, and the text is none
     */
    public Note.Line sign(String text, Instant at) {
        var type = verifier.type();
        var second = at.getEpochSecond();
        var raw = raw(SignedMessage.of(verifier, text, second));
        var signature = ByteBuffer.allocate(type.signatureBytes());
        if (type.isTimestamped()) {
            signature.putLong(second);
        }
        return new Note.Line(verifier.name(), verifier.id(), signature.put(raw).array());
    }

    private byte[] raw(byte[] message) {
        try {
            var signer = Signature.getInstance(verifier.type().algorithm());
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
    private static KeyPair pairOf(SignatureType type, byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(type.algorithm());
            generator.initialize(new NamedParameterSpec(type.algorithm()), new SeedAsRandomness(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 24 has Ed25519 and ML-DSA", e);
        }
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
