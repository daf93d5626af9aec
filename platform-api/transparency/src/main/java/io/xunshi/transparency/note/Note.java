package io.xunshi.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A signed note as C2SP signed-note says: a text and, after its last empty line, who is said to have signed it. To read
 * one believes nothing; {@link #signedBy} says whose signatures are good.
 *
 * @param text ends in a line feed
 */
public record Note(String text, List<Line> signatures) {
    /** More than a log and every witness that one could want; the specification asks for 16 at least. */
    public static final int SIGNATURES_MAX = 64;

    /** Room for so many signatures of the longest kind. */
    public static final int BYTES_MAX = 512 * 1024;

    private static final String SIGNATURE = "\u2014 ";
    private static final int ID_BYTES = 4;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException for whatever is not exactly a signed note, or too long for one
     */
    public static Note read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("A signed note has at most %d bytes".formatted(BYTES_MAX));
        }
        var note = decode(bytes);
        var split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new IllegalArgumentException("A signed note ends in signature lines after an empty line");
        }
        if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new IllegalArgumentException("A signed note has no control characters");
        }
        return new Note(note.substring(0, split + 1), lines(note.substring(split + 2)));
    }

    /**
     * The keys of those given that signed. Lines of all other keys are passed over, even where a name or an id is
     * known.
     *
     * @throws IllegalArgumentException where a line has the name and the id of a known key, and its signature is bad
     */
    public List<VerifierKey> signedBy(Collection<VerifierKey> keys) {
        return keys.stream().filter(this::isSignedBy).distinct().toList();
    }

    /** The note with these lines after its own. */
    public Note with(Collection<Line> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new Note(text, all);
    }

    /** The note as it is sent: read again, it is the same. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }

    private boolean isSignedBy(VerifierKey key) {
        var lines = signatures.stream().filter(line -> line.isOf(key)).toList();
        if (!lines.stream().allMatch(line -> key.verifies(text, line.signature()))) {
            throw new IllegalArgumentException("The signature of " + key.name() + " is bad");
        }
        return !lines.isEmpty();
    }

    /** Strictly: a replaced character would be another text than the one that was signed. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A signed note is UTF-8", e);
        }
    }

    private static List<Line> lines(String signatures) {
        var lines = signatures.substring(0, signatures.length() - 1).split("\n", -1);
        if (lines.length > SIGNATURES_MAX) {
            throw new IllegalArgumentException("A signed note has at most %d signatures".formatted(SIGNATURES_MAX));
        }
        return Arrays.stream(lines).map(Line::read).toList();
    }

    /**
     * A signature line: em dash, key name, Base64 of the key's id and the signature.
     *
     * @param name of the key
     * @param id of the key, four bytes
     * @param signature for a cosignature, its timestamp first
     */
    public record Line(String name, byte[] id, byte[] signature) {

        public Line {
            id = id.clone();
            signature = signature.clone();
        }

        private static Line read(String line) {
            var parts = line.startsWith(SIGNATURE)
                    ? line.substring(SIGNATURE.length()).split(" ", -1)
                    : new String[0];
            if (parts.length != 2 || !VerifierKey.isName(parts[0])) {
                throw new IllegalArgumentException("Not a signature line");
            }
            var blob = Base64.getDecoder().decode(parts[1]);
            if (blob.length <= ID_BYTES
                    || !Base64.getEncoder().encodeToString(blob).equals(parts[1])) {
                throw new IllegalArgumentException("A signature is canonical Base64 of more than four bytes");
            }
            return new Line(parts[0], Arrays.copyOf(blob, ID_BYTES), Arrays.copyOfRange(blob, ID_BYTES, blob.length));
        }

        public boolean isOf(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(id, key.id());
        }

        @Override
        public byte[] id() {
            return id.clone();
        }

        @Override
        public byte[] signature() {
            return signature.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Line same
                    && name.equals(same.name)
                    && Arrays.equals(id, same.id)
                    && Arrays.equals(signature, same.signature);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(signature);
        }

        /** The line as it stands in a note, with its line feed. */
        @Override
        public String toString() {
            var blob = ByteBuffer.allocate(id.length + signature.length)
                    .put(id)
                    .put(signature)
                    .array();
            return SIGNATURE + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
        }
    }
}
