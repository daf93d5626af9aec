package io.xunshi.transparency.note;

import io.xunshi.transparency.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A log's size and root at some moment (C2SP tlog-checkpoint), signed by the log: the promise that everything rests on.
 *
 * @param origin the log's name
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final String SIGNATURE_LINE = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURES_MAX = 100;

    /** What is signed. */
    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    }

    public String signedBy(NoteSigner signer) {
        return signer.sign(text());
    }

    /**
     * Opens a signed checkpoint. Believes nothing before the signature of the given key has been checked; lines of
     * unknown keys are passed over, a wrong signature of the known key refuses the note.
     *
     * @throws IllegalArgumentException where it is not signed by the key, or is not a checkpoint of the key's log
     */
    public static Checkpoint open(String note, VerifierKey key) {
        var split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("Not a signed note");
        }
        var text = note.substring(0, split + 1);
        checkSigned(text, note.substring(split + 2), key);
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[0].equals(key.name()) || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("Not a checkpoint of " + key.name());
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }

    private static void checkSigned(String text, String signatures, VerifierKey key) {
        var lines = signatures.split("\n");
        if (lines.length > SIGNATURES_MAX) {
            throw new IllegalArgumentException("Too many signatures");
        }
        var known = Arrays.stream(lines).filter(line -> isOf(line, key)).toList();
        var message = text.getBytes(StandardCharsets.UTF_8);
        if (known.isEmpty() || !known.stream().allMatch(line -> key.verifies(message, signatureOf(line)))) {
            throw new IllegalArgumentException("Not signed by " + key.name());
        }
    }

    private static boolean isOf(String line, VerifierKey key) {
        var parts = line.split(" ", -1);
        if (!line.startsWith(SIGNATURE_LINE) || parts.length != 3) {
            throw new IllegalArgumentException("Not a signature line");
        }
        var blob = Base64.getDecoder().decode(parts[2]);
        return parts[1].equals(key.name())
                && blob.length > ID_BYTES
                && Arrays.equals(blob, 0, ID_BYTES, key.id(), 0, ID_BYTES);
    }

    private static byte[] signatureOf(String line) {
        var blob = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        return Arrays.copyOfRange(blob, ID_BYTES, blob.length);
    }
}
