package io.xunshi.transparency.note;

import io.xunshi.transparency.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A log's size and root at some moment (C2SP tlog-checkpoint), signed by the log: the promise that everything rests on.
 *
 * @param origin the log's name
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES_MIN = 3;

    /** A decimal as all C2SP formats have them; too large a one is refused when it is read. */
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    /** What is signed. */
    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    }

    /** The note, with a line of each signer. */
    public Note signedBy(Instant at, NoteSigner... signers) {
        return new Note(
                text(),
                Arrays.stream(signers).map(signer -> signer.sign(text(), at)).toList());
    }

    /**
     * Reads the text of a note, believing nothing. Lines after the third are the log's own business.
     *
     * @throws IllegalArgumentException where it is no checkpoint
     */
    public static Checkpoint read(String text) {
        var lines = List.of(text.substring(0, Math.max(0, text.length() - 1)).split("\n", -1));
        if (!text.endsWith("\n") || lines.size() < LINES_MIN || lines.contains("")) {
            throw new IllegalArgumentException("A checkpoint is an origin, a size and a root");
        }
        return new Checkpoint(lines.getFirst(), size(lines.get(1)), Hash.ofBase64(lines.get(2)));
    }

    /** @throws IllegalArgumentException where the text is no decimal from 0 to 2^63 - 1 as C2SP writes them */
    public static long size(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("Not a decimal: " + decimal);
        }
        return Long.parseLong(decimal);
    }

    /**
     * Opens a signed checkpoint. Believes nothing before the signature of the given key has been checked; lines of
     * unknown keys are passed over, a wrong signature of the known key refuses the note.
     *
     * @throws IllegalArgumentException where it is not signed by the key, or is not a checkpoint of the key's log
     */
    public static Checkpoint open(String note, VerifierKey key) {
        var read = Note.read(note.getBytes(StandardCharsets.UTF_8));
        if (read.signedBy(List.of(key)).isEmpty()) {
            throw new IllegalArgumentException("Not signed by " + key.name());
        }
        var checkpoint = read(read.text());
        if (!checkpoint.origin().equals(key.name())) {
            throw new IllegalArgumentException("Not a checkpoint of " + key.name());
        }
        return checkpoint;
    }
}
