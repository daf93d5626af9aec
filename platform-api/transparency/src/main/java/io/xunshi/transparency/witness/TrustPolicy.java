package io.xunshi.transparency.witness;

import io.xunshi.transparency.note.Checkpoint;
import io.xunshi.transparency.note.Note;
import io.xunshi.transparency.note.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whom one believes: the keys of logs, the keys of witnesses, and which of these together are enough (C2SP
 * tlog-policy).
 *
 * @param text as it was read
 */
public record TrustPolicy(List<VerifierKey> logs, List<Witness> witnesses, Quorum quorum, String text) {
    /** The policy of who needs no witness. */
    public static final String NO_WITNESSES = "quorum none\n";

    private static final int BYTES_MAX = 1024 * 1024;

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException for whatever is not exactly a policy; the message names the line
     */
    public static TrustPolicy read(byte[] file) {
        if (file.length > BYTES_MAX) {
            throw new IllegalArgumentException("A policy has at most a mebibyte");
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A policy is UTF-8", e);
        }
    }

    /** @see #read(byte[]) */
    public static TrustPolicy read(String text) {
        return PolicyLines.read(text);
    }

    /**
     * Checks that a log that is trusted signed a checkpoint, and enough witnesses cosigned it.
     *
     * @throws IllegalArgumentException where either is missing, or one of the known signatures is bad
     */
    public Accepted accept(Note note) {
        var checkpoint = Checkpoint.read(note.text());
        var logKeys = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        var signedBy = note.signedBy(logKeys);
        if (signedBy.isEmpty()) {
            throw new IllegalArgumentException("Not signed by a known key of " + checkpoint.origin());
        }
        var cosignedBy = cosignersOf(note);
        if (!quorum.isReachedBy(cosignedBy)) {
            throw new IllegalArgumentException("Cosigned by %d of %d known witnesses, which is no quorum"
                    .formatted(cosignedBy.size(), witnesses.size()));
        }
        return new Accepted(checkpoint, signedBy, cosignedBy);
    }

    /**
     * The witnesses that cosigned a note.
     *
     * @throws IllegalArgumentException where a cosignature of one of them is bad
     */
    public List<Witness> cosignersOf(Note note) {
        var keys = note.signedBy(witnesses.stream().map(Witness::key).toList());
        return witnesses.stream()
                .filter(witness -> keys.contains(witness.key()))
                .toList();
    }

    /**
     * What was found to be believable.
     *
     * @param signedBy keys of the log
     */
    public record Accepted(Checkpoint checkpoint, List<VerifierKey> signedBy, List<Witness> cosignedBy) {}
}
