package io.xunshi.transparency.note;

import io.xunshi.transparency.merkle.Hash;
import io.xunshi.transparency.merkle.InclusionProof;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A receipt that is checked without anybody's help (C2SP tlog-proof): where an entry is, why it is there, and the
 * checkpoint with all its signatures. Ours has the entry itself in its extra line. Nobody signed that line; what counts
 * is that the hash of what it says leads to the root.
 *
 * @param extra bytes beside the proof; none where there is no such line
 * @param path from the leaf's sibling up
 */
public record TlogProof(byte[] extra, long index, List<Hash> path, Note checkpoint) {
    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int PATH_MAX = 63;

    public TlogProof {
        extra = extra.clone();
        path = List.copyOf(path);
    }

    /**
     * Reads a proof, believing nothing.
     *
     * @throws IllegalArgumentException for whatever is not exactly a proof
     */
    public static TlogProof read(byte[] file) {
        var read = HeadedNote.read(file);
        var lines = new ArrayList<>(read.head());
        if (!lines.removeFirst().equals(VERSION)) {
            throw new IllegalArgumentException("Not a proof by " + VERSION);
        }
        var hasExtra = !lines.isEmpty() && lines.getFirst().startsWith(EXTRA);
        var extra = hasExtra ? base64(lines.removeFirst().substring(EXTRA.length())) : new byte[0];
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX) || lines.size() - 1 > PATH_MAX) {
            throw new IllegalArgumentException("A proof has an index and at most 63 hashes");
        }
        var index = Checkpoint.size(lines.removeFirst().substring(INDEX.length()));
        return new TlogProof(extra, index, lines.stream().map(Hash::ofBase64).toList(), read.note());
    }

    /** Whether the entry is under the root that the checkpoint names; who signed that, the note says. */
    public boolean proves(byte[] entry) {
        var named = Checkpoint.read(checkpoint.text());
        return InclusionProof.verifies(Hash.ofLeaf(entry), index, named.size(), path, named.root());
    }

    public byte[] bytes() {
        var head = new ArrayList<>(List.of(VERSION));
        if (extra.length > 0) {
            head.add(EXTRA + Base64.getEncoder().encodeToString(extra));
        }
        head.add(INDEX + index);
        path.forEach(hash -> head.add(hash.base64()));
        return new HeadedNote(head, checkpoint).bytes();
    }

    @Override
    public byte[] extra() {
        return extra.clone();
    }

    private static byte[] base64(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (bytes.length == 0 || !Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("The extra line is canonical Base64");
        }
        return bytes;
    }
}
