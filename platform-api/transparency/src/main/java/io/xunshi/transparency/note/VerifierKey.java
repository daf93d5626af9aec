package io.xunshi.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key in the vkey form of C2SP signed-note: <code>name+hex(id)+base64(type || key)</code>.
 *
 * @param name without blanks and without <code>+</code>
 * @param key 32 bytes of Ed25519, 1312 of ML-DSA-44
 */
public record VerifierKey(String name, SignatureType type, byte[] key) {
    private static final int ID_BYTES = 4;

    public VerifierKey {
        if (!isName(name) || key.length != type.keyBytes()) {
            throw new IllegalArgumentException("No key of a note's signer: " + name);
        }
        key = key.clone();
    }

    /**
     * @throws IllegalArgumentException where the text is no vkey of a type that we know, or its id not that of its key
     */
    public static VerifierKey parse(String text) {
        var vkey = text.strip();
        var parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A vkey has three parts");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length == 0) {
            throw new IllegalArgumentException("A vkey has a type");
        }
        var key = new VerifierKey(parts[0], SignatureType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(vkey)) {
            throw new IllegalArgumentException("The id does not belong to the key, or the Base64 is not canonical");
        }
        return key;
    }

    /** Whether it may stand in a signature line: not empty, no Unicode space, no plus. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(VerifierKey::separates);
    }

    private static boolean separates(int character) {
        return character == '+'
                || character <= ' '
                || character == '\u0085'
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character);
    }

    /** Four bytes that tell keys of one name apart: of SHA-256(name || LF || type || key). */
    public byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** Whether both are the same key underneath, whatever their names and types. */
    public boolean isSameKeyAs(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    /**
     * Whether the key's owner signed the text of a note. False for anything malformed; never throws.
     *
     * @param signature for a cosignature, its timestamp first
     */
    public boolean verifies(String text, byte[] signature) {
        if (signature.length != type.signatureBytes()) {
            return false;
        }
        var second = type.isTimestamped() ? ByteBuffer.wrap(signature).getLong() : 0;
        try {
            var verifier = Signature.getInstance(type.algorithm());
            verifier.initVerify(publicKey());
            verifier.update(SignedMessage.of(this, text, second));
            return second >= 0
                    && verifier.verify(signature, type.timestampBytes(), signature.length - type.timestampBytes());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey same
                && name.equals(same.name)
                && type == same.type
                && Arrays.equals(key, same.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var prefix = type.x509Prefix();
        var encoded =
                ByteBuffer.allocate(prefix.length + key.length).put(prefix).put(key);
        return KeyFactory.getInstance(type.algorithm()).generatePublic(new X509EncodedKeySpec(encoded.array()));
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + key.length).put(type.code()).put(key).array();
    }
}
