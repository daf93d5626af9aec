package io.xunshi.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes that a key of each type signs. */
final class SignedMessage {
    private static final String SUBTREE = "subtree/v1\n\0";
    private static final int BYTE_MAX = 255;

    private SignedMessage() {}

    /**
     * @param second the POSIX time of the signature; not read for a type without one
     * @throws IllegalArgumentException where only checkpoints can be signed so, and the text is none
     */
    static byte[] of(VerifierKey signer, String text, long second) {
        return switch (signer.type()) {
            case ED25519 -> utf8(text);
            case ED25519_COSIGNATURE -> utf8("cosignature/v1\ntime %d\n%s".formatted(second, text));
            case ML_DSA_44_COSIGNATURE -> subtree(signer.name(), Checkpoint.read(text), second);
        };
    }

    /** The structure cosigned_message of tlog-cosignature, for the whole tree. */
    private static byte[] subtree(String cosigner, Checkpoint checkpoint, long second) {
        var name = opaque(cosigner);
        var origin = opaque(checkpoint.origin());
        var label = utf8(SUBTREE);
        var root = checkpoint.root().bytes();
        return ByteBuffer.allocate(label.length + name.length + origin.length + 3 * Long.BYTES + root.length)
                .put(label)
                .put(name)
                .putLong(second)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(root)
                .array();
    }

    /** Behind its length in one byte. */
    private static byte[] opaque(String text) {
        var bytes = utf8(text);
        if (bytes.length > BYTE_MAX) {
            throw new IllegalArgumentException("A name or origin has at most 255 bytes");
        }
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
