package io.xunshi.transparency.witness;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.HeadedNote;
import io.xunshi.transparency.note.Note;
import java.util.List;
import java.util.stream.Stream;

/**
 * The body of <code>POST add-checkpoint</code>: a new checkpoint, and why it continues the one that the witness knows.
 *
 * @param oldSize of the checkpoint that the witness is believed to know
 * @param proof from that size to the new one (RFC 6962 §2.1.2)
 * @param note the signed checkpoint
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note note) {
    /** What a witness need not read beyond. */
    public static final int BYTES_MAX = HeadedNote.BYTES_MAX;

    /** A tree of 2^63 leaves needs no more. */
    private static final int PROOF_MAX = 63;

    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** @throws IllegalArgumentException for whatever is not exactly such a body */
    public static AddCheckpoint read(byte[] body) {
        var read = HeadedNote.read(body);
        var first = read.head().getFirst();
        var proof = read.head().subList(1, read.head().size());
        if (!first.startsWith(OLD) || proof.size() > PROOF_MAX) {
            throw new IllegalArgumentException("A request begins with the old size and at most 63 hashes");
        }
        return new AddCheckpoint(
                Checkpoint.size(first.substring(OLD.length())),
                proof.stream().map(Hash::ofBase64).toList(),
                read.note());
    }

    public byte[] bytes() {
        var head = Stream.concat(Stream.of(OLD + oldSize), proof.stream().map(Hash::base64));
        return new HeadedNote(head.toList(), note).bytes();
    }
}
